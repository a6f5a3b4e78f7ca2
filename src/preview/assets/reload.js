/* Keeps an open page of the preview up to date: changes it in place, so that scroll position, focus and text selection
   stay, and shows what is wrong with the sources. On the wire only; a built report has no script. */
(function () {
  "use strict";
  var script = document.currentScript;
  var shown = script.dataset.version;
  var styles = script.dataset.styles;
  var key = "ayumi-preview-scroll";
  var latest = null, busy = false, source = null, retry = 0, lost = 0, panel = null;

  /* After a reload: where the reader was. */
  try {
    var kept = JSON.parse(sessionStorage.getItem(key) || "null");
    sessionStorage.removeItem(key);
    if (kept && kept.path === location.pathname) window.scrollTo(kept.x, kept.y);
  } catch (error) { /* storage may be switched off */ }

  function reload() {
    try {
      sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, x: window.scrollX, y: window.scrollY }));
    } catch (error) { /* the browser then does what it does on reloading */ }
    location.reload();
  }

  /* One stream for each visible page: browsers allow six connections to a server, and hidden pages would use them up. */
  function listen() {
    clearTimeout(retry);
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/-/events");
    source.addEventListener("state", function (event) {
      clearTimeout(lost);
      lost = 0;
      latest = JSON.parse(event.data);
      show(latest.panel, latest.stale);
      update();
    });
    source.onerror = function () {
      if (!lost) lost = setTimeout(sayLost, 2000);
      if (source && source.readyState === EventSource.CLOSED) {
        deafen();
        retry = setTimeout(listen, 1000);
      }
    };
  }

  function deafen() {
    if (source) source.close();
    source = null;
  }

  function sayLost() {
    show({ title: "プレビューにつながりません。ayumi preview が動いているか、ご確認ください。", findings: [] }, true);
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState !== "hidden") return listen();
    clearTimeout(retry);
    clearTimeout(lost);
    lost = 0;
    deafen();
  });
  window.addEventListener("pagehide", deafen);
  window.addEventListener("pageshow", listen);
  listen();

  async function update() {
    if (busy) return;
    busy = true;
    try {
      while (latest && latest.version !== shown) {
        if (latest.styles !== styles) return reload();
        var wanted = latest.version;
        var answer = await fetch(location.pathname + location.search, { cache: "no-store" });
        var next = new DOMParser().parseFromString(await answer.text(), "text/html");
        var mark = next.querySelector("script[data-version]");
        if (!mark || !sameHead(next)) return reload();
        var focused = document.activeElement && document.activeElement.id;
        document.title = next.title;
        morph(document.body, next.body);
        if (focused && document.activeElement === document.body) {
          var again = document.getElementById(focused);
          if (again) again.focus({ preventScroll: true });
        }
        /* A state that came meanwhile is the page's already, if the page is of it. */
        shown = mark.dataset.version === latest.version ? latest.version : wanted;
      }
    } catch (error) {
      /* The connection went while asking; the stream's return asks again. */
      if (!(error instanceof TypeError)) reload();
    } finally {
      busy = false;
    }
  }

  function sameHead(next) {
    var links = function (of) {
      return Array.from(of.querySelectorAll("head link, head style"), function (node) { return node.outerHTML; }).join();
    };
    return links(document) === links(next);
  }

  /* Makes `old` equal to `next`, and touches nothing that is equal already. */
  function morph(old, next) {
    if (old.isEqualNode(next)) return;
    if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName || old.id !== next.id) {
      old.replaceWith(document.importNode(next, true));
    } else if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = next.nodeValue;
    } else {
      attributes(old, next);
      children(old, next);
    }
  }

  function attributes(old, next) {
    Array.from(old.attributes).forEach(function (attribute) {
      /* What the reader has unfolded stays so. */
      if (!next.hasAttribute(attribute.name) && attribute.name !== "open") old.removeAttribute(attribute.name);
    });
    Array.from(next.attributes).forEach(function (attribute) {
      if (old.getAttribute(attribute.name) !== attribute.value) {
        old.setAttributeNodeNS(attribute.cloneNode());
      }
    });
  }

  function children(old, next) {
    var before = Array.from(old.childNodes).filter(function (node) { return node !== panel; });
    var after = Array.from(next.childNodes);
    var end = null;
    while (before.length && after.length && before[0].isEqualNode(after[0])) { before.shift(); after.shift(); }
    while (before.length && after.length && before[before.length - 1].isEqualNode(after[after.length - 1])) {
      end = before.pop();
      after.pop();
    }
    while (before.length && after.length) morph(before.shift(), after.shift());
    before.forEach(function (node) { node.remove(); });
    if (!end && panel && panel.parentNode === old) end = panel;
    after.forEach(function (node) { old.insertBefore(document.importNode(node, true), end); });
  }

  /* The panel: in a tree of its own, so that neither the page's styles nor the panel's reach the other. */
  function show(said, stale) {
    if (!panel) {
      panel = document.createElement("div");
      panel.id = "ayumi-preview-panel";
      var root = panel.attachShadow({ mode: "open" });
      var link = root.appendChild(document.createElement("link"));
      link.rel = "stylesheet";
      link.href = "/-/panel.css";
      var region = root.appendChild(document.createElement("div"));
      region.className = "panel";
      region.setAttribute("aria-live", "polite");
      document.body.appendChild(panel);
    }
    var live = panel.shadowRoot.querySelector(".panel");
    if (!said) {
      live.replaceChildren();
      live.hidden = true;
      return;
    }
    var details = element("details");
    details.open = true;
    details.appendChild(element("summary", said.title + (stale ? "表示しているのは、その前に読めた内容です。" : "")));
    var list = details.appendChild(element("ol"));
    said.findings.forEach(function (finding) {
      var item = list.appendChild(element("li"));
      item.appendChild(element("code", finding.place));
      if (finding.department) item.appendChild(element("span", "（" + finding.department + "）"));
      item.appendChild(element("p", finding.message));
      if (finding.fix) item.appendChild(element("p", "修正：" + finding.fix));
    });
    live.hidden = false;
    live.replaceChildren(details);
  }

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }
})();
