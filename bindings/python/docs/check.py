"""Checks a built site offline: every link and anchor leads somewhere, and nothing is loaded from outside."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a page loads by itself, without being asked: an address outside here would need the network.
_LOADS = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",), "image": ("href",),
    "use": ("href",),
}
_LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s;]+)""")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.anchors = {"", "top"}
        self.links: list[str] = []
        self.loads: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        self.anchors.update(of[name] for name in ("id", "name") if name in of)
        if tag == "a" and "href" in of:
            self.links.append(of["href"])
        if tag == "link" and "href" in of:
            loads = _LOADING_LINKS & set(of.get("rel", "").split())
            (self.loads if loads else self.links).append(of["href"])
        for name in _LOADS.get(tag, ()):
            value = of.get(name) or of.get(f"xlink:{name}")
            if value:
                self.loads += [one.split()[0] for one in value.split(",")] if name == "srcset" else [value]
        if "style" in of:
            self.loads += _CSS_URL.findall(of["style"])
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        if self._style:
            self.loads += _CSS_URL.findall(data)


def problems(site: Path) -> tuple[list[str], int]:
    """What is wrong, and how many links were looked at."""
    site = site.resolve()
    pages: dict[Path, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = _Page()
        pages[path].feed(path.read_text(encoding="utf-8"))
    found: list[str] = []
    count = 0
    for path, page in pages.items():
        loads = {(link, True) for link in page.loads}
        for link, loaded in sorted({(link, False) for link in page.links} | loads):
            count += 1
            if reason := _wrong(site, path, link, loaded, pages):
                found.append(f"{path.relative_to(site)}: {link}: {reason}")
    for path in [*site.rglob("*.css"), *site.rglob("*.svg")]:
        for link in _CSS_URL.findall(path.read_text(encoding="utf-8")):
            count += 1
            if reason := _wrong(site, path, link, True, pages):
                found.append(f"{path.relative_to(site)}: {link}: {reason}")
    return found, count


def _wrong(site: Path, page: Path, link: str, loaded: bool, pages: dict[Path, _Page]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme == "data" or link.startswith("javascript:"):
        return None
    if parts.scheme or parts.netloc:
        return "is loaded from outside" if loaded else None
    if page.name == "404.html" and link.startswith("/"):
        target = site / unquote(parts.path).lstrip("/")
    elif parts.path.startswith("/"):
        return "is absolute: the site may live in any folder"
    else:
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if target.is_dir():
        target /= "index.html"
    if not target.is_relative_to(site):
        return "leads out of the site"
    if not target.is_file():
        return "leads nowhere"
    fragment = unquote(parts.fragment)
    # A fragment with a colon is one of the search's or the browser's own, as `:~:text=`.
    if target in pages and not fragment.startswith(":") and fragment not in pages[target].anchors:
        return "has no such anchor"
    return None


def run(site: Path) -> str:
    """Checks a site; ends the program where something is wrong."""
    found, count = problems(site)
    if count == 0:
        raise SystemExit(f"{site}: there is no link, so no site")
    if found:
        raise SystemExit("\n".join(found) + f"\n{len(found)} of {count} links are wrong")
    return f"{count} links lead somewhere, nothing is loaded from outside"


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
