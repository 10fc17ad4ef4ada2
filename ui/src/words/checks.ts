// The words of the checks, of the sheet before export and of last year's list.
import type { Group, Message, ProposalKind, Severity, UnitList } from "../bindings";
import { many } from "./counting";

export const checkWords = {
  severity: {
    error: { zh: "错误", en: "error" },
    warning: { zh: "警告", en: "warning" },
    hint: { zh: "提示", en: "hint" },
  } satisfies Record<Severity, Message>,

  findings: {
    groups: {
      left_over: { zh: "遗留", en: "Left over" },
      count: { zh: "数字", en: "Numbers" },
      structure: { zh: "结构", en: "Structure" },
      reuse: { zh: "重复", en: "Reuse" },
    } satisfies Record<Group, Message>,
    how: { zh: "怎么排", en: "Grouped" },
    byGroup: { zh: "按类别", en: "By kind" },
    bySection: { zh: "按部分", en: "By section" },
    help: { zh: "查些什么", en: "What is checked" },
    list: { zh: "查出来的", en: "What was found" },
    noDraft: { zh: "还没有打开草稿", en: "No draft is open" },
    noDraftMore: {
      zh: "打开一篇草稿：漏下的别处地名、过期的年份、对不上的“几点意见”，都列在这里。",
      en: "Open one: names from elsewhere, stale years and counts that are not kept are listed here.",
    },
    readOnly: {
      zh: "这是素材，不做检查。照它起草以后再查。",
      en: "Material is not checked. Draft from it, and the draft is.",
    },
    looking: { zh: "正在检查…", en: "Checking…" },
    none: { zh: "没有查出问题", en: "Nothing was found" },
    noneMore: {
      zh: "检查只认它认得准的，交稿前还是请通读一遍。",
      en: "The checks only know what they know surely: read it through all the same.",
    },
    noOwn: {
      zh: "还没有写上自己的地名和单位，别处的名字认不出来。",
      en: "Your own place and unit are not set: names from elsewhere can’t be told.",
    },
    setOwn: { zh: "去设置", en: "Set them" },
    unfilled: (open: number) => ({ zh: `还有 ${open} 项没有填`, en: `${many(open, "field")} still open` }),
    fill: { zh: "去填", en: "Fill them" },
    deleted: { zh: "应删去", en: "delete" },
    shouldBe: (fix: string) => ({ zh: `应为${fix}`, en: `→ ${fix}` }),
    take: (fix: string) =>
      fix === "" ? { zh: "删去", en: "Delete" } : { zh: `改成“${fix}”`, en: `Make it “${fix}”` },
    join: (label: string) => ({ zh: `并入“${label}”`, en: `Make it “${label}”` }),
    alike: (count: number) => ({ zh: `同样的 ${count} 处都改`, en: `All ${count} alike` }),
    here: { zh: "这一处不算", en: "Ignore this one" },
    words: { zh: "这几个字都不算", en: "Ignore these words" },
    wordsMore: { zh: "在整个素材库里", en: "in the whole library" },
    off: { zh: "本稿不查这一项", en: "Switch this check off" },
    offMore: { zh: "只对这一篇", en: "for this draft" },
    offEverywhere: { zh: "以后都不查这一项", en: "Switch it off for good" },
    offEverywhereMore: { zh: "对整个素材库", en: "for the whole library" },
    why: { zh: "这一项查什么", en: "About this check" },
    more: { zh: "不算…", en: "Ignore…" },
    decisions: (count: number) => ({ zh: `不再提示的 ${count} 项`, en: `${count} ignored` }),
    back: { zh: "恢复", en: "Take back" },
    isOff: { zh: "不查", en: "off" },
    everywhere: { zh: "整个素材库", en: "whole library" },
    covers: (count: number) => ({ zh: `${count} 处`, en: `${count}` }),
    head: { zh: "开头", en: "Opening" },
    masked: (text: string, count: number): Message => ({
      zh: `文中还有“${text}”${count} 处，像是同一个名字。`,
      en: `“${text}” stands in the text ${count === 1 ? "once" : `${count} times`}, and looks like the same name.`,
    }),
    notThat: { zh: "不是", en: "It isn’t" },
    counted: (count: number, severity: Severity) => ({
      zh: `${count} ${{ error: "错误", warning: "警告", hint: "提示" }[severity]}`,
      en: many(count, severity),
    }),
  },

  unitLists: {
    title: { zh: "本单位的词表", en: "The lists of your unit" },
    lists: {
      fixed_terms: {
        name: { zh: "固定提法", en: "Fixed terms" },
        hint: {
          zh: "带数字的专名，不当作“几点几条”去数。一行一个，可以写几个，空格隔开；# 开头的行是说明。",
          en: "Names with a number in them, which count nothing. One a line, or several with blanks; a line with # is a note.",
        },
        example: "六个一工程\n四张清单",
      },
      stock_phrases: {
        name: { zh: "套话", en: "Stock phrases" },
        hint: {
          zh: "本单位每篇稿子都有的话，不算照搬。一行一句。",
          en: "What every speech of yours says, and is no copying. One a line.",
        },
        example: "奋力谱写新时代平安高质量发展新篇章",
      },
      fine_names: {
        name: { zh: "放行的名字", en: "Names that are fine" },
        hint: {
          zh: "对口帮扶、友好县区、常来的单位：出现在哪里都不提示。一行可写几个，空格隔开。",
          en: "Partners: fine wherever they stand. Several a line, with blanks.",
        },
        example: "常州市 江阴市",
      },
      office_holders: {
        name: { zh: "任职", en: "Office-holders" },
        hint: {
          zh: "姓名 职务 从哪年哪月 到哪年哪月（还在任就不写）。稿子的日期对不上就提示。",
          en: "Name, office, from, to (none: still in office). Told where the date of a speech doesn’t fit.",
        },
        example: "王大山 县长 2021-03 2024-06\n李小河 县长 2024-06",
      },
      avoided_names: {
        name: { zh: "回避的名字", en: "Names to avoid" },
        hint: {
          zh: "不能出现的人名、单位名；后面可以写上原因，提示时会带出来。一行一个。",
          en: "Names that must not appear, with the reason behind them. One a line.",
        },
        example: "王大山 2024年免职",
      },
    } satisfies Record<UnitList, { name: Message; hint: Message; example: string }>,
  },

  /** The sheet before a draft is handed in. */
  beforeExport: {
    title: { zh: "交稿前看一眼", en: "Before you hand it in" },
    lead: (open: number, errors: number, warnings: number): Message => {
      const zh = [];
      const en = [];
      if (open) (zh.push(`${open} 项没有填`), en.push(`${many(open, "field")} still open`));
      if (errors) (zh.push(`${errors} 处错误`), en.push(many(errors, "error")));
      if (warnings) (zh.push(`${warnings} 处警告`), en.push(many(warnings, "warning")));
      return { zh: `${zh.join("，")}。`, en: `${en.join(", ")}.` };
    },
    open: { zh: "没有填的", en: "Still open" },
    print: { zh: "打印这张单子", en: "Print this list" },
    back: { zh: "回去改", en: "Go back" },
    anyway: { zh: "照样导出", en: "Export all the same" },
    go: { zh: "去看", en: "Show" },
  },

  checks: {
    title: { zh: "检查都查些什么", en: "What the checks look for" },
    lead: {
      zh: "检查只提议，不改稿子。⟦ ⟧ 里是查出来的，=> 后面是建议的改法。",
      en: "A check proposes and changes nothing. ⟦ ⟧ marks what is found, => what is proposed.",
    },
    examples: (count: number) => ({ zh: `${count} 个例子`, en: many(count, "example") }),
    off: { zh: "已关", en: "off" },
  },

  rollForward: {
    title: { zh: "以去年稿起草", en: "Draft from last year’s speech" },
    lead: (title: string): Message => ({
      zh: `照《${title}》起草。新稿哪天讲？年份、届次、去年的数字会照这一天列成一张单子，勾上的才改。`,
      en: `From “${title}”. On which day is the new one given? Years, sessions and last year’s figures are listed for it; only what is ticked is changed.`,
    }),
    day: { zh: "讲话日期", en: "Day of the speech" },
    begin: { zh: "起草", en: "Make the draft" },
    list: (count: number, ticked: number): Message => ({
      zh: `找到 ${count} 处，勾上的 ${ticked} 处会改；一步就能撤销。`,
      en: `${count} found; the ${ticked} ticked will be changed, and one undo takes it back.`,
    }),
    nothing: {
      zh: "没有要往前推的：认不出这篇是哪一年的，或者就是今年的。草稿已经建好了。",
      en: "Nothing to roll forward: its year can’t be told, or it is this year’s. The draft is there.",
    },
    kinds: {
      year: { zh: "年份", en: "Years" },
      session: { zh: "届次", en: "Sessions" },
      plan: { zh: "规划", en: "Plans" },
      holder: { zh: "职务", en: "Offices" },
      figure: { zh: "数字", en: "Figures" },
      time: { zh: "时间", en: "Times" },
      self_name: { zh: "自称", en: "Own words" },
      name: { zh: "名字", en: "Names" },
    } satisfies Record<ProposalKind, Message>,
    old: { zh: "去年", en: "Last year" },
    fresh: { zh: "今年", en: "This year" },
    why: { zh: "说明", en: "Why" },
    field: (old: string) => ({ zh: `填空【原${old}】`, en: `a field, was ${old}` }),
    yours: { zh: "要您自己改", en: "yours to change" },
    apply: (count: number) => ({ zh: `改 ${count} 处`, en: `Change ${count}` }),
    leave: { zh: "都不改", en: "Change nothing" },
    done: (count: number) => ({ zh: `往前推了 ${count} 处。`, en: `${count} rolled forward.` }),
  },
} as const;
