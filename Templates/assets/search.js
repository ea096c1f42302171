// The search. What it reads is described in the documentation (search.md): a table of keys, shards of keys with the issues
// that have them, a list of texts, a file for each text. All of them are scripts that call `bulletinSearch`, because a
// browser that shows a folder on disk loads nothing else.
(() => {
  "use strict";

  const form = document.getElementById("search");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const names = document.getElementById("search-names");
  const narrow = form.querySelector(".search-narrow");
  const fields = form.elements;
  const root = form.dataset.root;
  const words = form.dataset;
  const isFolder = location.protocol === "file:";

  /** How many results are shown at once. */
  const step = 5;
  /** So many names of topics and people are loaded with the first question; more, when somebody chooses one. */
  const fewNames = 3000;

  /** So many issues are looked through for a phrase of three words and more before their number is told. */
  const fewCandidates = 40;

  // Files

  const files = new Map();
  const waiting = new Map();

  window.bulletinSearch = (name, payload) => {
    waiting.get(document.currentScript)?.(payload);
    waiting.delete(document.currentScript);
  };

  /** What a file of an index holds, asked for by an address that has the version of the index, so that no other comes out
      of a cache; `anew` by one that nobody has asked for before. */
  function load(name, version, anew = false) {
    if (anew) files.delete(name);
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(script, resolve);
        const fail = () => { waiting.delete(script); files.delete(name); reject(new Error(name)); };
        script.onload = () => { script.remove(); if (waiting.has(script)) fail(); };
        script.onerror = () => { script.remove(); fail(); };
        const query = anew ? "?" + Date.now() + Math.random() : version ? "?v=" + version : "";
        script.src = root + name.split("/").map(encodeURIComponent).join("/") + ".js" + (isFolder ? "" : query);
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  // Numbers

  const digits = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  const values = new Map([...digits].map((digit, value) => [digit, value]));

  function* numbers(text) {
    let number = 0, shift = 0;
    for (const digit of text) {
      const value = values.get(digit);
      number += (value & 31) * 2 ** shift;
      if (value < 32) { yield number; number = 0; shift = 0; } else { shift += 5; }
    }
  }

  // Letters and words, as the program that made the index folds them

  const marks = /[\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0640\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200D\u2060\u20D0-\u20FF\uFE20-\uFE2F\uFEFF]/gu;
  const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
  const letter = /[\p{L}\p{N}\p{M}]/u;
  const exceptions = new Map();
  const folded = new Map();

  function fold(character) {
    let found = folded.get(character);
    if (found === undefined) {
      found = exceptions.get(character);
      if (found === undefined) {
        const bare = character.toLowerCase().normalize("NFKD").replace(marks, "").normalize("NFC").toLowerCase();
        found = [...bare].filter(part => letter.test(part)).map(part => exceptions.get(part) ?? part).join("");
      }
      folded.set(character, found);
    }
    return found;
  }

  const kinds = new Map();

  /** Whether a character is a letter, of a script with or without spaces, nothing that one sees, or stands between words. */
  function kind(character) {
    let found = kinds.get(character);
    if (found === undefined) {
      found = !character.replace(marks, "") ? "joining"
        : !letter.test(character) ? "separating" : unspaced.test(character) ? "unspaced" : "letter";
      kinds.set(character, found);
    }
    return found;
  }

  const encoder = new TextEncoder();

  /** The word as an index has it: longer ones are cut there. */
  function cut(word) {
    if (word.length * 3 <= 48) return word;
    let size = 0, result = "";
    for (const character of word) {
      size += encoder.encode(character).length;
      if (size > 48) break;
      result += character;
    }
    return result;
  }

  /** The words of a text, each with its place; of scripts without spaces, runs of characters, with the place of each. */
  function* read(text) {
    let word = "", run = [], places = [], start = 0, at = 0;
    const end = function* (next) {
      if (word) yield { word: cut(word), start, end: next };
      if (run.length) yield { run, places: [...places, next] };
      word = ""; run = []; places = [];
    };
    for (const character of text) {
      switch (kind(character)) {
      case "separating":
        if (word || run.length) yield* end(at);
        break;
      case "unspaced":
        if (word) yield* end(at);
        run.push(fold(character));
        places.push(at);
        break;
      case "letter":
        if (run.length) yield* end(at);
        if (!word) start = at;
        word += fold(character);
      }
      at += character.length;
    }
    yield* end(at);
  }

  // Keys

  function hash(word) {
    let hash = 0x811C9DC5;
    for (const byte of encoder.encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
  }

  /** The key of two words that follow each other. */
  function pair(first, second) {
    let mixed = Math.imul(hash(first), 0x9E3779B1) ^ hash(second);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x85EBCA6B);
    mixed ^= mixed >>> 13;
    const number = mixed >>> 8;
    return "~" + [18, 12, 6, 0].map(shift => digits[number >> shift & 63]).join("");
  }

  /** Whether a key comes before another: by bytes, as in the table. */
  function precedes(a, b) {
    const [x, y] = [encoder.encode(a), encoder.encode(b)];
    for (let at = 0; at < Math.min(x.length, y.length); at++) if (x[at] !== y[at]) return x[at] < y[at];
    return x.length < y.length;
  }

  const part = key => "words/" + [...encoder.encode(key)].map(byte => {
    const character = String.fromCharCode(byte);
    return /[a-z0-9]/.test(character) ? character : "-" + byte.toString(16).padStart(2, "0");
  }).join("");

  // Indexes

  /** The index of a language. */
  class Index {
    constructor(option) {
      this.language = option.value;
      this.folder = option.dataset.folder;
      this.nameCount = Number(option.dataset.names);
      this.forget();
    }

    forget() {
      this.opening = undefined;
      this.names = undefined;
      this.shards = new Map();
      this.isCertain = true;
      for (const name of [...files.keys()]) if (name.startsWith(this.folder)) files.delete(name);
    }

    /** A file of the index. */
    load(name) {
      if (!files.has(this.folder + name)) this.isCertain = false;
      return load(this.folder + name, this.version);
    }

    open() {
      this.opening ??= this.read().catch(error => { this.opening = undefined; throw error; });
      return this.opening;
    }

    /** Whether the site was published anew since the index was opened, and what was loaded since may be of another one.
        Then all of it is forgotten. */
    async isStale() {
      if (isFolder || this.isCertain) return false;
      const version = await load(this.folder + "version", "", true);
      this.isCertain = true;
      if (version === this.version) return false;
      this.forget();
      return true;
    }

    async read() {
      this.version = await load(this.folder + "version", "", true);
      const [table, issues] = await Promise.all([this.load("words"), this.load("issues")]);
      const [letters, ...firsts] = table.split(";");
      for (const line of letters.split(" ")) {
        const [character, ...rest] = line;
        exceptions.set(character, rest.join(""));
      }
      this.firsts = firsts;
      const [addresses, days, undated] = issues.split(";");
      this.issues = [];
      let address = "", day = 0;
      const gaps = numbers(days);
      if (days) {
        for (const written of addresses.split(" ")) {
          address = written || address.replace(/\d+$/, number => Number(number) + 1);
          const gap = gaps.next().value;
          day += gap % 2 ? -(gap + 1) / 2 : gap / 2;
          // Standing pages come first, and belong to no year.
          const isPage = this.issues.length < Number(undated ?? 0);
          this.issues.push(isPage ? { address, day: -Infinity } : { address, day, year: parseInt(address, 10) });
        }
      }
      return this;
    }

    /** The place of the last shard that begins with a key or before it. */
    place(key) {
      let low = 0, high = this.firsts.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (precedes(key, this.firsts[middle])) high = middle; else low = middle + 1;
      }
      return Math.max(0, low - 1);
    }

    async shard(place) {
      if (!this.shards.has(place)) {
        const payload = await this.load(part(this.firsts[place]));
        let key = "";
        const entries = payload.split(";").map(line => {
          const colon = line.indexOf(":");
          const bytes = encoder.encode(key).slice(0, values.get(line[0]));
          const rest = encoder.encode(line.slice(1, colon));
          key = new TextDecoder().decode(Uint8Array.of(...bytes, ...rest));
          return [key, line.slice(colon + 1)];
        });
        this.shards.set(place, entries);
      }
      return this.shards.get(place);
    }

    /** For each issue, how much its best place with a key is worth: 1 is a title, 0 is nowhere. */
    async find(matches, from) {
      const found = new Uint8Array(this.issues.length);
      let place = this.place(from);
      const wanted = [place];
      while (++place < this.firsts.length && matches(this.firsts[place])) wanted.push(place);
      for (const entries of await Promise.all(wanted.map(place => this.shard(place)))) {
        for (const [key, postings] of entries) if (matches(key)) collect(postings, found);
      }
      return found;
    }

    exactly(key) { return this.find(other => other === key, key); }

    /** The issues with words that begin so. */
    beginning(word) {
      if ([...word].length <= 3) return this.exactly(word + "*");
      return this.find(key => key.startsWith(word), word);
    }
  }

  function collect(postings, found) {
    const sets = postings.split("|");
    sets.forEach((set, index) => {
      const worth = 4 - index;
      const note = issue => { if (!found[issue] || found[issue] > worth) found[issue] = worth; };
      if (set[0] === "!") {
        for (let at = 1; at < set.length; at++) {
          const bits = values.get(set[at]);
          for (let bit = 0; bit < 6; bit++) if (bits >> bit & 1) note((at - 1) * 6 + bit);
        }
      } else {
        let next = 0;
        for (const gap of numbers(set)) { note(next + gap); next += gap + 1; }
      }
    });
  }

  const indexes = [...fields.language.options].filter(option => option.dataset.folder).map(option => new Index(option));

  // Questions

  /** What somebody looks for: words, and phrases, which are several words in a row. */
  function terms(text) {
    const terms = [];
    const quoted = /["“”„‟«»「」『』]/u;
    text.split(quoted).forEach((part, index, parts) => {
      const isPhrase = index % 2 === 1 && index < parts.length - 1;
      const phrase = [];
      for (const { word, run } of read(part)) {
        if (isPhrase) phrase.push(...(run ? neighbours(run) : [word]));
        else if (!run) terms.push({ beginning: word });
        else if (run.length === 1) terms.push({ beginning: run[0] });
        else terms.push({ phrase: neighbours(run), run: run.join("") });
      }
      if (phrase.length) terms.push({ phrase });
    });
    return terms;
  }

  const neighbours = run => run.length === 1 ? run : run.slice(1).map((character, index) => run[index] + character);

  /** The issues that have a term, with what it is worth in each. */
  async function issues(index, { beginning, phrase }) {
    if (beginning) return index.beginning(beginning);
    if (phrase.length === 1) return index.exactly(phrase[0]);
    const keys = phrase.slice(1).map((word, place) => pair(phrase[place], word));
    const sets = await Promise.all(keys.map(key => index.exactly(key)));
    return sets[0].map((_, issue) => sets.every(set => set[issue]) ? Math.max(...sets.map(set => set[issue])) : 0);
  }

  /** The results in an index. */
  async function results(index, question) {
    await index.open();
    const asked = terms(question.text);
    const filters = [["#", question.topic], ["@", question.author]].filter(([, slug]) => slug !== undefined);
    if (!asked.length && !filters.length) return [];
    const [sets, kept] = await Promise.all([
      Promise.all(asked.map(term => issues(index, term))),
      Promise.all(filters.map(([sign, slug]) => index.exactly(sign + slug))),
    ]);
    const found = [];
    index.issues.forEach((issue, place) => {
      // What has no year is in none.
      if (question.from && !(issue.year >= question.from) || question.to && !(issue.year <= question.to)) return;
      if (!sets.every(set => set[place]) || !kept.every(set => set[place])) return;
      found.push({ index, place, ...issue, worth: sets.reduce((sum, set) => sum + set[place], 0) });
    });
    return found;
  }

  // Issues

  /** An issue as its file has it. */
  async function issue({ index, address }) {
    const payload = await index.load("issues/" + address);
    const issue = { titles: [], people: [], topics: [], texts: [] };
    let pieces = [];
    const text = code => [...numbers(code)].map(number => pieces[number]).join(" ");
    for (const line of payload.split("\n")) {
      const rest = line.slice(1);
      const parts = rest.split("\t");
      switch (line[0]) {
      case "t": issue.titles.push(rest); break;
      case "n": issue.number = rest; break;
      case "d": [issue.date, issue.printed] = parts; break;
      case "@": issue.people.push(parts); break;
      case "#": issue.topics.push(parts); break;
      case "w": pieces = rest.split(" "); break;
      case "a": issue.texts.push({ anchor: "", text: text(rest) }); break;
      case "p": issue.texts.push({ anchor: parts[0], text: text(parts[1]) }); break;
      }
    }
    return issue;
  }

  /** Where a text has terms: ranges of characters in order, each with the place of its term, and which terms. */
  function hits(text, asked) {
    const found = [], which = new Set();
    const tokens = [];
    for (const token of read(text)) {
      if (token.word) { tokens.push(token); continue; }
      token.run.forEach((character, place) => {
        const word = character + (token.run[place + 1] ?? "");
        tokens.push({ word, start: token.places[place], end: token.places[Math.min(place + 2, token.run.length)] });
      });
    }
    asked.forEach((term, index) => {
      tokens.forEach((token, place) => {
        if (term.beginning !== undefined) {
          if (!token.word.startsWith(term.beginning)) return;
          found.push([token.start, token.end, index]);
        } else {
          if (!term.phrase.every((word, step) => tokens[place + step]?.word === word)) return;
          found.push([token.start, tokens[place + term.phrase.length - 1].end, index]);
        }
        which.add(index);
      });
    });
    return { found: found.sort((a, b) => a[0] - b[0]), which };
  }

  /** Whether an issue has all phrases: the index knows pairs of words by numbers that a few others share. */
  function has(issue, asked) {
    const phrases = asked.filter(term => term.phrase && term.phrase.length > 1);
    if (!phrases.length) return true;
    const names = [...issue.people, ...issue.topics].flatMap(([, ...spellings]) => spellings);
    const texts = [...issue.titles, ...names, ...issue.texts.map(({ text }) => text)];
    return phrases.every(phrase => texts.some(text => hits(text, [phrase]).found.length));
  }

  /** The bounds of the sentence of a passage that has the terms worth most, the first among equals. The heading that opens a
      passage is no sentence: it is shown with the one behind it. */
  function sentence(text, found, hasHeading, worth) {
    const starts = [0];
    for (const { index, 0: stop } of text.matchAll(/[.!?…\u2029]["”’»)\]]*\s|[。！？]/gu)) {
      // A stop within a hit ends no sentence.
      const next = index + stop.length;
      if (!found.some(([start, end]) => start < next && next < end)) starts.push(next);
    }
    if (starts.at(-1) < text.length) starts.push(text.length);
    let best = { terms: -1 };
    for (let place = 0; place + 1 < starts.length; place++) {
      const within = found.filter(([at]) => at >= starts[place] && at < starts[place + 1]);
      const isHeading = hasHeading && place === 0 && starts.length > 2;
      const terms = worth(new Set(within.map(([, , term]) => term))) - (isHeading ? 0.5 : 0);
      if (terms > best.terms && within.length) {
        best = { terms, at: within[0], start: starts[place], end: starts[place + (isHeading ? 2 : 1)] };
      }
    }
    return best.at ? best : { at: [0, 0], start: 0, end: starts[hasHeading && starts.length > 2 ? 2 : 1] ?? text.length };
  }

  /** The best sentence of the passage that has most of the terms, above all of those that the title does not show already. */
  function excerpt(issue, asked) {
    const { which: told } = hits(issue.titles[0], asked);
    const worth = which => [...which].reduce((sum, term) => sum + (told.has(term) ? 1 : asked.length + 1), 0);
    let best;
    for (const { anchor, text } of issue.texts) {
      const { found, which } = hits(text, asked);
      if (!best || worth(which) > best.size) best = { anchor, text, found, size: worth(which) };
    }
    if (!best) return undefined;
    const { text, found } = best;
    const { at: [at, until], start, end: next } = sentence(text, found, best.anchor !== "", worth);
    const end = text.slice(0, next).trimEnd().length;
    const isLong = place => Math.abs(place - at) > 160;
    const space = (from, to) => { const place = text.indexOf(" ", from); return place < 0 || place > to ? from : place + 1; };
    const first = isLong(start) ? space(at - 120, at) : start;
    const last = end - first > 320 ? Math.max(text.lastIndexOf(" ", first + 320), until) : end;
    return { anchor: best.size ? best.anchor : "", before: first > start ? "… " : "", after: last < end ? " …" : "", text, first, last, found };
  }

  // The page

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A part of a text with its hits marked. */
  function marked(text, first, last, found) {
    const parts = [];
    let at = first;
    for (const [start, end] of found) {
      if (start < at || end > last) continue;
      parts.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at, last)];
  }

  const address = (index, path, anchor) =>
    root + index.folder.replace(/search\/$/, "") + path + "/" + (isFolder ? "index.html" : "") + (anchor ? "#" + anchor : "");

  function line(result, found, asked) {
    const title = found.titles[0];
    const link = element("a", "", ...marked(title, 0, title.length, hits(title, asked).found));
    const quote = excerpt(found, asked);
    link.href = address(result.index, result.address, quote?.anchor);
    const day = element("time", "", found.printed);
    day.dateTime = found.date;
    const facts = element("p", "search-facts");
    if (found.number) facts.append(words.number.replace("{}", found.number), " · ");
    if (found.date) facts.append(day);
    if (found.people.length) facts.append(" · ", found.people.map(([, name]) => name).join(words.comma ?? ", "));
    const line = element("li", "search-result", element("h2", "", link));
    if (facts.hasChildNodes()) line.append(facts);
    if (quote) {
      const text = marked(quote.text, quote.first, quote.last, quote.found);
      line.append(element("p", "search-excerpt", quote.before, ...text, quote.after));
    }
    if (result.index.language !== document.documentElement.lang) line.lang = result.index.language;
    return line;
  }

  // Names

  /** The topics and people of an index. */
  async function named(index) {
    await index.open();
    const payload = await index.load("names");
    index.names ??= payload.split("\n").filter(Boolean).map(line => {
      const [slug, ...spellings] = line.slice(1).split("\t");
      return { sign: line[0], slug, spellings, index };
    });
    return index.names;
  }

  /** Whether each word that is looked for begins a word of one spelling. */
  function isNamed(name, asked) {
    return name.spellings.some(spelling => {
      const { which } = hits(spelling, asked);
      return which.size === asked.length;
    });
  }

  async function showNames(asked, question, isCurrent) {
    const few = question.indexes.filter(index => index.nameCount <= fewNames || index.names);
    const all = asked.length && !question.isFiltered ? (await Promise.all(few.map(named))).flat() : [];
    if (!isCurrent()) return;
    const found = all.filter(name => isNamed(name, asked)).slice(0, 6);
    names.hidden = !found.length;
    names.querySelector("ul").replaceChildren(...found.map(({ sign, slug, spellings, index }) => {
      const link = element("a", "", spellings[0]);
      link.href = address(index, (sign === "#" ? "topics/" : "people/") + slug);
      return element("li", "", link);
    }));
  }

  /** The part of the address of a topic or author that somebody chose, in an index; `undefined` where nothing is chosen. */
  async function chosen(field, sign, indexes) {
    const text = field.value.trim();
    if (!text) return undefined;
    const all = (await Promise.all(indexes.map(named))).flat().filter(name => name.sign === sign);
    const key = text => [...read(text)].map(({ word, run }) => word ?? run.join("")).join(" ");
    const wanted = key(text);
    const found = all.find(name => name.slug === text) ?? all.find(name => name.spellings.some(other => key(other) === wanted));
    return found?.slug ?? "";
  }

  async function offer(field, sign) {
    const options = (await Promise.all(indexes.map(named))).flat().filter(name => name.sign === sign);
    const spellings = [...new Set(options.map(({ spellings }) => spellings[0]))];
    field.list.replaceChildren(...spellings.map(text => Object.assign(document.createElement("option"), { value: text })));
  }

  // Asking

  let asking = 0;

  /** Answers the question in the form; `again` where the site was published anew meanwhile. */
  async function ask(again = false) {
    const number = ++asking;
    const isCurrent = () => number === asking;
    const text = fields.q.value.trim();
    remember();
    const language = fields.language.value;
    const searched = indexes.filter(index => !language || index.language === language);
    try {
      const isFiltered = Boolean(fields.topic.value.trim() || fields.author.value.trim());
      if (!text && !isFiltered) {
        show([], [], isCurrent);
        status.textContent = "";
        names.hidden = true;
        return;
      }
      const slow = setTimeout(() => { if (isCurrent()) status.textContent = words.working; }, 300);
      try {
        await Promise.all(searched.map(index => index.open()));
        const question = {
          text, isFiltered, indexes: searched, from: Number(fields.from.value), to: Number(fields.to.value),
          topic: await chosen(fields.topic, "#", searched), author: await chosen(fields.author, "@", searched),
        };
        const asked = terms(text);
        const found = (await Promise.all(searched.map(index => results(index, question)))).flat();
        if (!isCurrent()) return;
        const home = document.documentElement.lang;
        found.sort((a, b) => a.worth - b.worth || (a.day === b.day ? 0 : b.day - a.day)
          || (b.index.language === home) - (a.index.language === home) || b.place - a.place);
        await Promise.all([show(found, asked, isCurrent), showNames(asked, question, isCurrent)]);
      } finally {
        clearTimeout(slow);
      }
    } catch (error) {
      if (isCurrent() && (again || !(await areStale(searched)))) {
        if (isCurrent()) status.textContent = words.failed;
        return;
      }
      if (isCurrent()) return ask(true);
    }
    if (!again && isCurrent() && await areStale(searched) && isCurrent()) return ask(true);
  }

  /** Whether the site was published anew, so that a question has to be asked again. */
  async function areStale(searched) {
    try {
      return (await Promise.all(searched.map(index => index.isStale()))).includes(true);
    } catch {
      return false;
    }
  }

  /** A number as the page prints large ones: `data-digits` is one. */
  function printed(number) {
    const groups = (words.digits ?? "").split(/\D+/), mark = words.digits?.match(/\D+/)?.[0];
    let digits = String(number), size = groups.pop().length, text = "";
    if (!mark || digits.length < 5) return digits;
    while (digits.length > size) {
      text = mark + digits.slice(-size) + text;
      digits = digits.slice(0, -size);
      size = groups[groups.length - 1].length;
    }
    return digits + text;
  }

  let showMore = async () => {};

  /** Shows the first results, and lets others be shown. */
  async function show(candidates, asked, isCurrent) {
    let found = candidates;
    // That each two words of a phrase follow each other does not say that all do.
    if (found.length <= fewCandidates && asked.some(term => term.phrase?.length > 2)) {
      const read = await Promise.all(found.map(issue));
      found = found.filter((_, place) => has(read[place], asked));
      if (!isCurrent()) return;
    }
    let next = 0, total = found.length, isFirst = true;
    showMore = async () => {
      const lines = [];
      while (lines.length < step && next < found.length) {
        const some = found.slice(next, next + step - lines.length);
        next += some.length;
        const read = await Promise.all(some.map(issue));
        if (!isCurrent()) return;
        some.forEach((result, place) => {
          if (has(read[place], asked)) lines.push(line(result, read[place], asked)); else total--;
        });
      }
      if (isFirst) list.replaceChildren(...lines); else list.append(...lines);
      if (!isFirst) lines[0]?.querySelector("a").focus();
      isFirst = false;
      more.hidden = next >= found.length;
      status.textContent = total ? words.results.replace("{}", printed(total)) : words.nothing;
    };
    await showMore();
  }

  // The address holds the question, so that it can be kept and sent.

  const remembered = ["q", "from", "to", "topic", "author", "language"];

  function remember() {
    const query = new URLSearchParams();
    for (const name of remembered) if (fields[name].value.trim()) query.set(name, fields[name].value.trim());
    const text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  async function offerYears() {
    await Promise.all(indexes.map(index => index.open()));
    const all = new Set(indexes.flatMap(index => index.issues.map(({ year }) => year)));
    const years = [...all].filter(year => year !== undefined).sort((a, b) => b - a);
    for (const field of [fields.from, fields.to]) field.append(...years.map(year => new Option(year, year)));
  }

  async function begin() {
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "topic", "author", "language"]) fields[name].value = query.get(name) ?? "";
    let timer;
    form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(timer); ask(); });
    fields.q.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => ask(), 120); });
    form.addEventListener("change", event => { if (event.target !== fields.q) ask(); });
    more.addEventListener("click", () => showMore());
    narrow?.addEventListener("click", () => narrow.setAttribute("aria-expanded", narrow.getAttribute("aria-expanded") === "false"));
    fields.topic.addEventListener("focus", () => offer(fields.topic, "#"), { once: true });
    fields.author.addEventListener("focus", () => offer(fields.author, "@"), { once: true });
    try {
      await offerYears();
      for (const name of ["from", "to"]) fields[name].value = query.get(name) ?? "";
    } catch (error) {
      status.textContent = words.failed;
    }
    if (["from", "to", "topic", "author", "language"].some(name => query.get(name))) narrow?.setAttribute("aria-expanded", "true");
    if ([...query.keys()].length) ask();
    if (!fields.q.value) fields.q.focus();
  }

  begin();
})();
