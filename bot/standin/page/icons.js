// The page's line icons, drawn on a 24-unit grid as SVG nodes.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  back: ["M15 5l-7 7 7 7"],
  send: ["M12 19V5", "M5.5 11.5L12 5l6.5 6.5"],
  slash: ["M8 4h8a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z", "M13.5 8l-3 8"],
  sun: ["M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"],
  moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"],
  play: ["M9.5 3h5", "M10.5 3v6L5 18.2A1.9 1.9 0 0 0 6.6 21h10.8a1.9 1.9 0 0 0 1.6-2.8L13.5 9V3", "M7.5 15h9"],
  close: ["M6 6l12 12M18 6L6 18"],
  down: ["M12 5v14", "M5.5 12.500L12 19l6.5-6.5"],
  chevron: ["M6 9.500l6 6 6-6"],
  out: ["M8 16L16.5 7.5", "M9.5 7h7.500v7.5"],
  copy: ["M9 9h10v11H9z", "M15 9V4H5v11h4"],
  picture: ["M4 5h16v14H4z", "M4 16l4.5-4.5 4 4L15 13l5 4.5", "M15.5 9.500h.01"],
  file: ["M6 3h8l4 4v14H6z", "M14 3v4h4"],
  check: ["M5 12.500l4.5 4.500L19 7.5"],
  plus: ["M12 5v14M5 12h14"],
  block: ["M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z", "M6 6l12 12"],
  people: ["M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z", "M2.5 20a6.5 6.5 0 0 1 13 0", "M16 4.800a3.5 3.5 0 0 1 0 6.4", "M18 14.500a6.5 6.5 0 0 1 3.5 5.5"],
};

/** The named icon; it is decoration, the button around it carries the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const line of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}
