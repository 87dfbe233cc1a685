// Light or dark: the system's choice until the person makes their own.

const saved = () => localStorage.getItem("theme");

export const isDark = () => (saved() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

export function applyTheme() {
  if (saved()) document.documentElement.dataset.theme = saved();
}

export function switchTheme() {
  localStorage.setItem("theme", isDark() ? "light" : "dark");
  applyTheme();
}
