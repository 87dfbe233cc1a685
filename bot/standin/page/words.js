// The page's own words in Chinese and English, and the choice between them.

const LANGUAGES = ["zh", "en"];

const WORDS = {
  title: ["简报 · 演练场", "Jianbao Demo"],
  local: ["本机演练，消息不会离开这台电脑", "A local demo: no message leaves this computer"],
  chats: ["会话", "Chats"],
  other_language: ["English", "中文"],
  switch_language: ["Switch to English", "切换到中文"],
  to_dark: ["换成深色", "Switch to dark"],
  to_light: ["换成浅色", "Switch to light"],
  back: ["返回会话列表", "Back to the chats"],
  reader: ["读者", "Reader"],
  admin: ["管理员", "Admin"],
  group: ["群组", "Group"],
  you_are: ["你是 {name}，正在和 {bot} 说话", "You are {name}, talking to {bot}"],
  you_are_in_group: ["你是 {name}，群里有 {n} 人和 {bot}", "You are {name}, in a group of {n} with {bot}"],
  acting_as: ["身份", "Speak as"],
  typing: ["正在输入…", "typing…"],
  blocked: ["已屏蔽机器人", "You blocked the bot"],
  no_messages: ["还没有消息", "No messages yet"],
  photo: ["图片", "Photo"],
  document: ["文件", "File"],
  edited: ["已编辑", "edited"],
  write: ["写点什么，或输入 / 看命令", "Message, or / for commands"],
  send: ["发送", "Send"],
  commands: ["命令", "Commands"],
  no_commands: ["机器人还没有登记命令", "The bot has not set any commands yet"],
  start: ["开始", "Start"],
  unblock_bar: ["解除屏蔽", "Unblock"],
  hello: ["这个机器人能做什么？", "What can this bot do?"],
  conversation: ["消息", "Messages"],
  earlier: ["更早的消息", "Earlier messages"],
  new_messages: ["{n} 条新消息", "{n} new message|{n} new messages"],
  to_bottom: ["回到最新", "Jump to the latest"],
  unread: ["{n} 条未读", "{n} unread"],
  open_quote: ["展开全部", "Show all"],
  close_quote: ["收起", "Show less"],
  show_spoiler: ["显示隐藏的文字", "Reveal hidden text"],
  picture_failed: ["图片没有载入", "This picture did not load"],
  picture: ["消息里的图片", "Picture of the message"],
  copied: ["已复制", "Copied"],
  copy_failed: ["没能复制", "Could not copy"],
  not_here: ["演练场里按不动这个按钮", "This button has no effect in the demo"],
  unanswered: ["机器人还没有回应这次点击", "The bot has not answered this tap"],
  bot_silent: ["消息没有送到演练场：{why}", "The demo did not take it: {why}"],
  offline: ["和演练场的连接断了，正在重连…", "Connection to the demo lost, reconnecting…"],
  ok: ["好", "OK"],
  today: ["今天", "Today"],
  yesterday: ["昨天", "Yesterday"],
  joined: ["{name} 加入了群组", "{name} joined the group"],
  left: ["{name} 离开了群组", "{name} left the group"],
  pinned: ["置顶了一条消息", "A message was pinned"],
  migrated: ["群组升级为超级群组", "The group became a supergroup"],
  service: ["系统消息", "Service message"],
  play: ["玩一玩", "Play"],
  play_open: ["打开“玩一玩”", "Open Play"],
  close: ["关闭", "Close"],
  samples: ["投一篇新闻", "Drop a story"],
  samples_hint: ["样稿会放进机器人盯着的文件夹，订阅了该类别的人马上收到。", "A sample lands in the folder the bot watches; subscribers of its category get it at once."],
  drop_all: ["全部投下", "Drop all"],
  no_drops: ["这里没有样稿。", "There are no samples here."],
  dropped: ["已投", "dropped"],
  this_chat: ["这个会话", "This chat"],
  block: ["屏蔽机器人", "Block the bot"],
  unblock: ["解除屏蔽", "Unblock the bot"],
  kick: ["把机器人移出群", "Remove the bot"],
  invite: ["把机器人请回来", "Invite the bot back"],
  trouble: ["让 Telegram 出故障", "Make Telegram fail"],
  trouble_hint: ["接下来的几次发送会遇到什么？看机器人怎样一条不丢地挺过去。", "What the next sends run into. Watch the bot lose nothing."],
  fault_flood: ["3 次：太快了，等 5 秒（429）", "3 sends: too fast, wait 5 s (429)"],
  fault_error: ["5 次：服务器出错（500）", "5 sends: server error (500)"],
  fault_lost: ["1 次：送到了，回音却丢了，或会重发", "1 send: arrives, its answer is lost; it may come twice"],
  fault_slow: ["10 次：慢 2 秒", "10 sends: 2 s late"],
  fault_clear: ["恢复正常", "Back to normal"],
  faults_active: ["{n} 种故障生效中", "{n} fault active|{n} faults active"],
  clock: ["限速检查", "Rate limits"],
  clock_off: ["限速未开启", "Rate limits are off"],
  calls: ["调用", "Calls"],
  violations: ["发得太快", "Too fast"],
  unanswered_taps: ["未回应", "Unanswered"],
  complaints: ["不合规范", "Malformed"],
  log: ["Bot API 实况", "Bot API, live"],
  log_empty: ["机器人一调用，这里就会出现。", "Calls of the bot appear here."],
};

let index = 0;

/** Picks the language: a saved choice first, then the browser's. */
export function startLanguage() {
  const wished = localStorage.getItem("language") ?? navigator.language ?? "zh";
  setLanguage(wished.toLowerCase().startsWith("zh") ? "zh" : "en");
}

export function setLanguage(language) {
  index = Math.max(0, LANGUAGES.indexOf(language));
  document.documentElement.lang = index === 0 ? "zh-CN" : "en";
}

export function switchLanguage() {
  setLanguage(LANGUAGES[1 - index]);
  localStorage.setItem("language", LANGUAGES[index]);
}

export const locale = () => (index === 0 ? "zh-CN" : "en-GB");

/** The words for `key`; `a|b` are the singular and the plural for `n`. */
export function say(key, values = {}) {
  const [one, many] = WORDS[key][index].split("|");
  const pattern = many !== undefined && values.n !== 1 ? many : one;
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}
