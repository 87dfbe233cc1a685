// Keeps a conversation's place: at the newest message while the person is there, still while they read above.

import { calm } from "./dom.js";

const NEAR = 60;

/** Follows `inner` growing inside `scroller`; `onMoved` hears of every change of place. */
export function keepPlace(scroller, inner, onMoved) {
  const self = { following: true, missed: 0 };
  let last = 0;
  const bottom = () => scroller.scrollHeight - scroller.clientHeight;

  scroller.addEventListener("scroll", () => {
    const atEnd = self.near();
    if (atEnd) self.missed = 0;
    // Only going up by hand ends the following: content that grows below does not move scrollTop.
    if (atEnd) self.following = true;
    else if (scroller.scrollTop < last - 2) self.following = false;
    last = scroller.scrollTop;
    onMoved(self);
  }, { passive: true });

  new ResizeObserver(() => { if (self.following) scroller.scrollTop = bottom(); }).observe(inner);
  new ResizeObserver(() => { if (self.following) scroller.scrollTop = bottom(); }).observe(scroller);

  self.near = () => bottom() - scroller.scrollTop < NEAR;
  self.far = () => bottom() - scroller.scrollTop > 400;
  self.toEnd = (smooth = false) => {
    self.following = true;
    self.missed = 0;
    scroller.scrollTo({ top: bottom(), behavior: smooth && !calm() ? "smooth" : "instant" });
    onMoved(self);
  };
  self.stay = () => { self.following = false; };
  self.save = () => ({ following: self.following, top: scroller.scrollTop, missed: self.missed });
  self.restore = (saved) => {
    Object.assign(self, { following: saved?.following ?? true, missed: saved?.missed ?? 0 });
    if (self.following) self.toEnd();
    else scroller.scrollTop = saved.top;
    last = scroller.scrollTop;
    onMoved(self);
  };
  return self;
}
