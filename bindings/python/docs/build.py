"""Builds the documentation site into `site/`: English, and Japanese in `site/ja/`. Any warning is an error.

    python docs/build.py            # builds, and checks every link
    python docs/build.py --serve    # and serves it at http://localhost:8000
"""

from __future__ import annotations

import http.server
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import keyperson as kp
import keyperson._results
import keyperson.plot
import keyperson.spark

import check
import pages

HERE = Path(__file__).resolve().parent
CONFIGS = {"en": "mkdocs.yml", "ja": "mkdocs.ja.yml"}

# Each module of the package, and the page on which what it makes public is explained.
PAGE_OF = {
    "keyperson._ask": "questions",
    "keyperson._prepare": "questions",
    "keyperson._journal": "journal",
    "keyperson._policy": "policy",
    "keyperson._results": "results",
    "keyperson._record": "results",
    "keyperson._table": "tables",
    "keyperson._errors": "errors",
    "keyperson._options": "errors",
    "keyperson.plot": "plot",
    "keyperson.spark": "spark",
}

TITLES = {
    "en": {
        "questions": ("Questions", "Functions that answer: one person, everybody, a supposition, a change, the facts behind a number, drafts and days."),
        "journal": ("Journal", "Facts in, from files, tables and records."),
        "policy": ("Policy", "All judgement in one document."),
        "results": ("Results", "What the questions answer. Results are frozen, compare, copy and pickle."),
        "parts": ("Parts of results", "What results are made of, in alphabetical order. Every attribute is read only."),
        "tables": ("Tables", "Tables out: they go wherever Arrow is spoken."),
        "plot": ("Plots", "Charts with Altair, to be changed further: `import keyperson.plot`."),
        "spark": ("Spark", "A portfolio on Spark or Sail: `import keyperson.spark`."),
        "errors": ("Errors and options", "What is raised, and how results show themselves."),
    },
    "ja": {
        "questions": ("質問する関数", "一人のブリーフ、全員の一覧、仮定、変化、数値の根拠、下書き、営業日を答える関数です。"),
        "journal": ("Journal（記録）", "ファイル、表、辞書から記録を読み込みます。"),
        "policy": ("Policy（ポリシー）", "判断値はすべてこの一つの文書にあります。"),
        "results": ("結果", "質問への答えです。書き換えられず、比較・複製・pickle ができます。"),
        "parts": ("結果の部品", "結果を構成する型の一覧です（アルファベット順）。属性はすべて読み取り専用です。"),
        "tables": ("表", "Arrow を話す相手なら、どこにでもそのまま渡せる表です。"),
        "plot": ("図", "Altair の図です。返ってきた図はさらに変更できます。`import keyperson.plot` で使います。"),
        "spark": ("Spark", "Spark や Sail でポートフォリオを計算します。`import keyperson.spark` で使います。"),
        "errors": ("エラーと設定", "送出される例外と、表示の設定です。"),
    },
}
INDEX = {
    "en": ("Reference", "Made from the package's own types and documentation, so it cannot differ from them.", "What is here"),
    "ja": (
        "リファレンス",
        "パッケージの型情報とドキュメント文字列から自動生成しています。説明文は英語です。用語は[考え方と計算方法](../method.md)で日本語でも説明しています。",
        "内容",
    ),
}


def public() -> dict[str, list[str]]:
    """Every public name by the page on which it is explained."""
    found: dict[str, list[str]] = {}
    for name in kp.__all__:
        value = getattr(kp, name)
        module = getattr(value, "__module__", None)
        if name == "options":
            found.setdefault("errors", []).append("keyperson._options.Options")
        elif name == "__version__":
            continue
        elif isinstance(value, tuple):
            found.setdefault("questions", []).append(f"keyperson.{name}")
        elif module in PAGE_OF:
            found.setdefault(PAGE_OF[module], []).append(f"{module}.{name}")
        else:
            raise SystemExit(f"keyperson.{name} has no page: its module {module} is not in PAGE_OF")
    # Functions before classes before constants.
    for paths in found.values():
        paths.sort(key=lambda path: (not path.rpartition(".")[2].islower(), path.rpartition(".")[2].isupper()))
    told = {path.rpartition(".")[2] for path in found["results"]}
    found["parts"] = [f"keyperson._results.{name}" for name in keyperson._results.__all__ if name not in told]
    for page, module in (("plot", keyperson.plot), ("spark", keyperson.spark)):
        found[page] = [f"{module.__name__}.{name}" for name in module.__all__]
    return found


def write_reference(language: str) -> None:
    """Writes the pages that tell mkdocstrings what to explain where."""
    folder = HERE / language / "reference"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = public()
    rows: list[str] = []
    for page, (title, about) in TITLES[language].items():
        inherited = page in ("results", "tables")
        lines = [f"# {title}", "", about, ""]
        for path in names[page]:
            lines += [f"::: {path}", "    options:", f"      inherited_members: {str(inherited).lower()}", ""]
        (folder / f"{page}.md").write_text("\n".join(lines), encoding="utf-8")
        short = ", ".join(f"`{path.rpartition('.')[2]}`" for path in names[page][:40])
        more = ", …" if len(names[page]) > 40 else ""
        rows += [f"### [{title}]({page}.md)", "", about, "", short + more, ""]
    title, about, heading = INDEX[language]
    text = "\n".join([f"# {title}", "", about, "", f"## {heading}", "", *rows])
    (folder / "index.md").write_text(text, encoding="utf-8")


def build() -> None:
    """Makes what pages show, writes the reference, and builds both sites."""
    shutil.rmtree(HERE / "site", ignore_errors=True)
    for language, config in CONFIGS.items():
        shutil.rmtree(HERE / language / "shown", ignore_errors=True)
        for page in filter(pages.runs_here, pages.sources(language)):
            pages.run(page, write=True)
        write_reference(language)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean", "--config-file", config]
        if subprocess.run(command, cwd=HERE).returncode != 0:
            raise SystemExit(f"{config}: the site was not built")
    # A server knows one page for what is not there.
    (HERE / "site/ja/404.html").unlink()


def main() -> None:
    build()
    print(check.run(HERE / "site"))
    if "--serve" in sys.argv[1:]:
        handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(HERE / "site"))
        with http.server.ThreadingHTTPServer(("localhost", 8000), handler) as server:
            print("http://localhost:8000 (Ctrl-C ends it)")
            server.serve_forever()


if __name__ == "__main__":
    main()
