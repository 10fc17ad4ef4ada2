// The sheet in the chosen house style: fonts, sizes, alignment and the characters of a line are
// those of its paper, drawn so large that the paper is as wide as the sheet. Told to page.css by
// properties, so that another style is one attribute and no new page.
import type { Align, Dress, HouseStyle, LineLook, Lines, Looks } from "../bindings";

/** What CSS calls it. */
const ALIGN: Record<Align, string> = { left: "left", centre: "center", right: "right", both: "justify" };

/** The window's own face where no font of the style is there, by what the style calls its font. */
const LIKE: [RegExp, string][] = [
  [/小标宋|XiaoBiaoSong/i, "var(--title)"],
  [/黑|hei/i, "var(--head)"],
  [/楷|kai/i, "var(--kai)"],
];

/** Names of lines in a house style. */
const ROLES = [
  "title",
  "byline",
  "date",
  "salutation",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "body",
  "closing",
  "table",
] as const satisfies (keyof Lines)[];

/** The family of that face. */
const LATIN = "sheet-latin";

/** The house style, and how its lines look, as properties of the sheet. */
export function styled(style: HouseStyle, looks: Looks): string {
  const { page, lines } = style;
  const { body } = lines;
  // Half-points are ten twips.
  const properties = [
    `--text-size: calc(var(--page) * ${(body.size * 10) / page.width})`,
    `--text-line: calc(var(--page) * ${body.line / page.width})`,
    `--member-weight: ${looks.bold_members ? 700 : "inherit"}`,
    `--measure: calc(var(--page) * ${(page.width - page.left - page.right) / page.width})`,
  ];
  for (const role of ROLES) properties.push(...dressed(style, role, lines[role], looks.lines[role]));
  return properties.join("; ");
}

function dressed(style: HouseStyle, role: string, dress: Dress, look: LineLook | undefined): string[] {
  const { font, size, line, align, bold, indent = 0, spacing = 0 } = dress;
  // 小标宋 is a heavy face; what stands for it is drawn bold.
  const weight = bold || /小标宋|XiaoBiaoSong/i.test(font) ? 700 : 400;
  return [
    `--${role}-face: ${faces(font, look?.fonts ?? [])}`,
    `--${role}-size: ${size / style.lines.body.size}em`,
    `--${role}-line: ${line / (size * 10)}`,
    `--${role}-weight: ${weight}`,
    `--${role}-align: ${ALIGN[align]}`,
    `--${role}-indent: ${indent / 100}em`,
    `--${role}-spacing: ${spacing / (size * 10)}em`,
  ];
}

/** A font and what stands for it, and at last a face of the window. */
function faces(font: string, names: string[]): string {
  const own = LIKE.find(([pattern]) => pattern.test(font))?.[1] ?? "var(--text)";
  return [LATIN, ...names.map((name) => `"${name}"`), own].join(", ");
}

/** The face of digits and Latin letters, which leaves all others to the next: marks, too. */
export function latinFace({ lines }: Looks): FontFace {
  const fonts = (lines.body?.latin_fonts ?? []).map((name) => `local("${name}")`);
  return new FontFace(LATIN, fonts.join(", "), { unicodeRange: "U+21-7E" });
}
