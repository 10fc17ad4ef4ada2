// Which of the panes at the right is shown.

export type RightPane = "outline" | "fields" | "findings" | "origins";

class Right {
  pane = $state<RightPane>("fields");
}

export const right = new Right();
