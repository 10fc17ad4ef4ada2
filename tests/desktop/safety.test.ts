// What the page may not do: run what was pasted, reach the network, call what is not ours.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  window = await Window.open(desk);
  await window.toDesk();
  await window.go("Ctrl+N", ".ProseMirror");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** Calls the program as a script in the page could; how it was refused, or "allowed". */
function call(command: string, values: object = {}): Promise<string> {
  return window.driver.executeAsyncScript(
    `const [command, values, done] = arguments;
     window.__TAURI_INTERNALS__.invoke(command, values).then(() => done("allowed"), (error) => done(String(error)));`,
    command,
    values,
  );
}

test("a script in pasted HTML does not run, and its words are kept", async () => {
  await window.run(
    `const html = '<p>第一段</p><script>window.ran = 1</script><img src="x" onerror="window.ran = 2">' +
       '<p onclick="window.ran = 3">第二段<a href="javascript:window.ran = 4">链接</a></p>';
     const data = new DataTransfer();
     data.setData("text/html", html);
     data.setData("text/plain", "第一段\\n第二段链接");
     const sheet = document.querySelector(".ProseMirror");
     sheet.focus();
     sheet.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));`,
  );
  await window.until(async () => (await window.lines()).join("").includes("第二段链接"), "what was pasted");
  expect(await window.run("return window.ran ?? null")).toBeNull();
  const made = await window.run(
    "return document.querySelectorAll('.ProseMirror :is(script, img[onerror], a)').length",
  );
  expect(made).toBe(0);
});

test("a script that gets into the page is stopped by its policy", async () => {
  await window.run(
    `const script = document.createElement("script");
     script.textContent = "window.ran = 5";
     document.body.append(script);
     const frame = document.createElement("iframe");
     frame.src = "https://example.org/";
     document.body.append(frame);`,
  );
  await window.frames();
  expect(await window.run("return window.ran ?? null")).toBeNull();
});

test("nothing leaves: no request, no eval", async () => {
  const fetched = await window.driver.executeAsyncScript(
    `const done = arguments[0];
     fetch("http://127.0.0.1:9/").then(() => done("left"), (error) => done(error.name));`,
  );
  expect(fetched).toBe("TypeError");
  const refused = await window.run(
    `const seen = [];
     document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
     try { new Function("return 1")(); return "ran"; } catch (error) { return error.name; }`,
  );
  expect(refused).toBe("EvalError");
});

test("the page may call this program's commands and nothing of a plugin", async () => {
  expect(await call("documents")).toBe("allowed");
  for (const command of [
    "plugin:dialog|open",
    "plugin:dialog|save",
    "plugin:fs|read_file",
    "plugin:shell|execute",
    "plugin:window|close",
    "plugin:webview|create_webview_window",
    "plugin:window-state|save_window_state",
  ]) {
    expect(await call(command), command).toMatch(/not allowed|not found/);
  }
  expect(await window.run("return typeof window.__TAURI__")).toBe("undefined");
});
