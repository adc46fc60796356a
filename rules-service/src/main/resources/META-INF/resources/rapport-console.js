// The editor: marks what is wrong at the word, jumps there, and offers what may come next. Everything else on the pages is
// plain HTML and htmx, and everything here only eases what also works without it.
(() => {
  'use strict';

  const KEYS = /^(\s*)(rule|code|owner|source|review by|severity|when unless|when|and any of|and none of|and|unless|then)\b/;

  class Pad {
    constructor(box) {
      this.box = box;
      this.area = box.querySelector('textarea');
      this.copy = document.createElement('div');
      this.copy.className = 'copy';
      this.copy.setAttribute('aria-hidden', 'true');
      box.prepend(this.copy);
      box.classList.add('live');
      this.offers = new Offers(this);
      this.area.addEventListener('input', () => this.paint());
      addEventListener('resize', () => this.fit());
      this.paint();
    }

    /** Where line and column (both from 1) are in the text. */
    indexOf(line, column) {
      const lines = this.area.value.split('\n');
      let index = 0;
      for (let i = 0; i < Math.min(line - 1, lines.length - 1); i++) index += lines[i].length + 1;
      return Math.min(index + column - 1, this.area.value.length);
    }

    faults() {
      const list = document.getElementById(this.area.dataset.problems);
      if (!list) return [];
      return [...list.querySelectorAll('[data-line]')].map(item => {
        const from = this.indexOf(+item.dataset.line, +item.dataset.column);
        return {from, to: this.endOfWord(from), doubt: item.dataset.weight !== 'wrong'};
      }).sort((a, b) => a.from - b.from);
    }

    endOfWord(from) {
      const text = this.area.value;
      if (text[from] === '"') {
        const close = text.indexOf('"', from + 1);
        const line = text.indexOf('\n', from);
        if (close > 0 && (line < 0 || close < line)) return close + 1;
      }
      let to = from;
      while (to < text.length && !/[\s,"]/.test(text[to])) to++;
      return Math.max(to, Math.min(from + 1, text.length));
    }

    paint() {
      const text = this.area.value;
      const marks = this.area.dataset.words === 'rule' ? words(text) : [];
      for (const fault of this.faults()) marks.push({from: fault.from, to: fault.to, kind: fault.doubt ? 'doubt' : 'fault'});
      const cuts = [...new Set([0, text.length, ...marks.flatMap(m => [m.from, m.to])])].sort((a, b) => a - b);
      this.copy.replaceChildren();
      for (let i = 0; i + 1 < cuts.length; i++) {
        const kinds = marks.filter(m => m.from <= cuts[i] && m.to >= cuts[i + 1] && m.to > m.from).map(m => m.kind);
        const piece = text.slice(cuts[i], cuts[i + 1]);
        if (kinds.length) {
          const span = document.createElement('span');
          span.className = kinds.join(' ');
          span.dataset.at = cuts[i];
          span.textContent = piece;
          this.copy.append(span);
        } else {
          this.copy.append(piece);
        }
      }
      this.copy.append('\n');
      this.fit();
    }

    fit() {
      this.area.style.height = 'auto';
      this.area.style.height = Math.max(this.area.scrollHeight + 4, 120) + 'px';
    }

    /** A rectangle just where the text at index is drawn, relative to the pad. */
    placeOf(index) {
      const range = document.createRange();
      const walk = document.createTreeWalker(this.copy, NodeFilter.SHOW_TEXT);
      let left = index;
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (left <= node.length) {
          range.setStart(node, left);
          range.setEnd(node, left);
          break;
        }
        left -= node.length;
      }
      const rect = range.getBoundingClientRect();
      const box = this.box.getBoundingClientRect();
      return {left: rect.left - box.left, top: rect.top - box.top, bottom: rect.bottom - box.top, y: rect.top};
    }

    jump(line, column) {
      const from = this.indexOf(line, column);
      this.area.focus({preventScroll: true});
      this.area.setSelectionRange(from, this.endOfWord(from));
      const place = this.placeOf(from);
      if (place.y < 80 || place.y > innerHeight - 80) scrollBy({top: place.y - innerHeight / 3});
    }

    /** Puts what was meant in the place of the word that is wrong; of several words only the one that is not there yet. */
    mend(line, column, meant) {
      const text = this.area.value;
      const from = this.indexOf(line, column);
      const to = this.endOfWord(from);
      if (text[from] === '"') return this.put(from, to, '"' + meant + '"');
      const all = meant.split(' ');
      const before = text.slice(0, from).split(/\s+/).filter(Boolean);
      const after = text.slice(to).split(/\s+/).filter(Boolean);
      const fits = all.findIndex((_, i) => all.slice(0, i).every((word, k) => before[before.length - i + k] === word)
        && all.slice(i + 1).every((word, k) => (after[k] || '').startsWith(word)));
      this.put(from, to, fits < 0 ? meant : all[fits]);
    }

    put(from, to, words) {
      this.area.setRangeText(words, from, to, 'end');
      this.area.focus();
      this.area.dispatchEvent(new InputEvent('input', {bubbles: true}));
    }
  }

  /** Words of a rule that deserve a colour. */
  function words(text) {
    const marks = [];
    let at = 0;
    for (const line of text.split('\n')) {
      const remark = line.search(/(^|\s)#/);
      const said = remark < 0 ? line : line.slice(0, remark);
      if (remark >= 0) marks.push({from: at + remark, to: at + line.length, kind: 'remark'});
      const key = KEYS.exec(said);
      if (key) marks.push({from: at + key[1].length, to: at + key[0].length, kind: 'key'});
      for (const m of said.matchAll(/["“”][^"“”]*["“”]/g)) marks.push({from: at + m.index, to: at + m.index + m[0].length, kind: 'quoted'});
      for (const m of said.replace(/["“”][^"“”]*["“”]/g, q => ' '.repeat(q.length)).matchAll(/(?<![\w-])\d+(?![\w-])/g)) {
        marks.push({from: at + m.index, to: at + m.index + m[0].length, kind: 'count'});
      }
      at += line.length + 1;
    }
    return marks;
  }

  /**
   * What may come next, in a list box under the caret: while a word is being typed, and when Ctrl and space ask for it.
   * Arrow keys choose, Enter takes, Escape closes; so does whatever else is typed, or the caret going elsewhere.
   */
  class Offers {
    constructor(pad) {
      this.pad = pad;
      this.url = pad.area.dataset.complete;
      if (!this.url) return;
      this.asked = 0;
      this.list = document.createElement('ul');
      this.list.className = 'offers';
      this.list.id = pad.area.id + '-offers';
      this.list.setAttribute('role', 'listbox');
      this.list.setAttribute('aria-label', 'What may come next');
      this.list.hidden = true;
      pad.box.append(this.list);
      pad.area.setAttribute('aria-autocomplete', 'list');
      pad.area.setAttribute('aria-controls', this.list.id);
      pad.area.addEventListener('keydown', event => this.key(event));
      pad.area.addEventListener('input', event => this.typed(event));
      pad.area.addEventListener('blur', () => setTimeout(() => this.close(), 150));
      document.addEventListener('selectionchange', () => { if (this.left()) this.close(); });
      this.list.addEventListener('mousedown', event => {
        const item = event.target.closest('[role=option]');
        if (item) { event.preventDefault(); this.take(item); }
      });
    }

    /** Whether the caret is somewhere else than where the offers stand. */
    left() {
      const area = this.pad.area;
      return !this.list.hidden && document.activeElement === area
        && (area.selectionStart !== this.at || area.selectionEnd !== this.at);
    }

    /** Keeps the offers that go on like what was typed, and asks for those of a word that has just been begun. */
    typed(event) {
      this.asked++;
      const caret = this.pad.area.selectionStart;
      const text = this.pad.area.value;
      const word = (event.inputType || '').startsWith('insert') && /[\p{L}\d]/u.test(text[caret - 1] || '')
        && !/[\p{L}\d]/u.test(text[caret] || '');
      const still = word && !this.list.hidden ? this.offers.filter(offer => {
        const begun = text.slice(offer.from, caret).toLowerCase();
        return offer.words.toLowerCase().startsWith(begun) && offer.words.length > begun.length;
      }) : [];
      if (still.length) this.show(still, caret); else this.close();
      if (word) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.ask(), 140);
      }
    }

    async ask() {
      const area = this.pad.area;
      if (document.activeElement !== area || area.selectionStart !== area.selectionEnd) return this.close();
      const body = new URLSearchParams(new FormData(area.form));
      const caret = area.selectionStart;
      body.set('text', area.value);
      body.set('caret', caret);
      const asked = ++this.asked;
      try {
        const answer = await fetch(this.url, {method: 'POST', body});
        const {offers} = answer.ok ? await answer.json() : {offers: []};
        if (asked === this.asked && area.selectionStart === caret) this.show(offers, caret);
      } catch { this.close(); }
    }

    /** @param caret where they were asked for: what lies between it and where each begins was typed of it already */
    show(offers, caret) {
      if (!offers.length) return this.close();
      this.offers = offers;
      this.at = caret;
      this.list.replaceChildren(...offers.map((offer, i) => {
        const item = document.createElement('li');
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.id = this.list.id + i;
        item.dataset.words = offer.words;
        item.dataset.from = offer.from;
        item.textContent = offer.shown;
        if (offer.note) {
          const note = document.createElement('small');
          note.textContent = offer.note;
          item.append(note);
        }
        return item;
      }));
      const place = this.pad.placeOf(offers[0].from);
      this.list.hidden = false;
      this.list.style.top = place.bottom + 'px';
      this.list.style.left = Math.max(0, Math.min(place.left, this.pad.box.clientWidth - this.list.offsetWidth)) + 'px';
      this.chosen = -1;
      this.pad.area.removeAttribute('aria-activedescendant');
    }

    close() {
      clearTimeout(this.timer);
      this.asked++;
      this.list.hidden = true;
      this.pad.area.removeAttribute('aria-activedescendant');
    }

    key(event) {
      if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); this.ask(); return; }
      if (this.list.hidden) return;
      const items = [...this.list.children];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        this.chosen = this.chosen < 0 ? (step > 0 ? 0 : items.length - 1) : (this.chosen + step + items.length) % items.length;
        items.forEach((item, i) => item.setAttribute('aria-selected', String(i === this.chosen)));
        items[this.chosen].scrollIntoView({block: 'nearest'});
        this.pad.area.setAttribute('aria-activedescendant', items[this.chosen].id);
      } else if ((event.key === 'Enter' || event.key === 'Tab') && this.chosen >= 0) {
        event.preventDefault();
        this.take(items[this.chosen]);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        this.close();
      }
    }

    take(item) {
      const caret = this.at;
      this.close();
      this.pad.put(+item.dataset.from, caret, item.dataset.words);
      // whoever writes a line from the list goes on from the list
      const area = this.pad.area;
      if (!area.value.slice(area.selectionStart).split('\n')[0].trim()) this.ask();
    }
  }

  const pads = new Map();

  function wake() {
    for (const box of document.querySelectorAll('.pad')) if (!pads.has(box)) pads.set(box, new Pad(box));
  }

  addEventListener('DOMContentLoaded', () => {
    wake();
    const line = /^#line-(\d+)$/.exec(location.hash);
    const [pad] = pads.values();
    if (line && pad) pad.jump(+line[1], 1);
  });
  document.addEventListener('htmx:afterSettle', () => {
    wake();
    for (const [box, pad] of pads) {
      if (box.isConnected) pad.paint(); else pads.delete(box);
    }
  });
  document.addEventListener('click', event => {
    const go = event.target.closest('.go[data-pad], .fix[data-pad]');
    if (!go) return;
    const pad = [...pads.values()].find(each => each.area.id === go.dataset.pad);
    const at = go.closest('[data-line]');
    if (!pad || !at) return;
    if (go.dataset.fix) pad.mend(+at.dataset.line, +at.dataset.column, go.dataset.fix);
    else pad.jump(+at.dataset.line, +at.dataset.column);
  });
  // a page that was changed and not saved says so before it is left
  let saved = true;
  document.addEventListener('input', event => { if (event.target.closest('[data-unsaved]')) saved = false; });
  document.addEventListener('submit', () => { saved = true; });
  addEventListener('beforeunload', event => { if (!saved) event.preventDefault(); });
})();
