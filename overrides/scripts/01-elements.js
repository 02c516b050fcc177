/* What a page gains from a script. Without it all text, links and tables are there and every
   <details> is open; only what needs an answer is missing: search, filters, charts to explore.
   The files of this folder are joined in the order of their names and are one script. No
   dependency, no storage, no request beyond this site, and no HTML or style written as text, so it
   runs under `script-src 'self'; style-src 'self'`. */
"use strict";

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

// What a link within the page has led to.
const linked = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // an address with a stray %
  }
};

// What is compared when words are looked for: small letters without their accents.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
