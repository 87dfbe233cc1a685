"""Promises about config.yaml."""

import re
from pathlib import Path

import pytest

from bot.checks import load_checked
from bot.config import Defaults, load_config
from bot.errors import ConfigError
from summaries import Length

GOOD = """
telegram:
  token: "123456789:AAEexampleexampleexampleexample"
  api_url: http://127.0.0.1:8081/
admins: [42]
sources:
  - kind: folder
    where: posts
    category: 金融 / 要闻
    link: https://example.org/{path}
store: sqlite:///news.db
defaults: {language: en, time_zone: Europe/Berlin, length: line}
"""

WRONG = """
telegram:
  token: nonsense
  api_url: ftp://example.org
admins: [one]
sources:
  - kind: pigeon
    where: nowhere
  - kind: folder
    where: posts
    link: https://example.org/{slug}
store: mysql://db
delivery: {per_second: 0}
defaults: {language: fr, time_zone: Mars/Olympus, length: endless}
colour: red
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    return tmp_path / "config.yaml"


def problems(file: Path, text: str, environment: dict[str, str] | None = None) -> tuple[str, ...]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_checked(file, environment or {})
    return caught.value.problems


def test_paths_in_the_file_are_read_as_beside_the_file(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    config = load_checked(file, {})
    assert config.folders[0].where == file.parent / "posts"
    assert config.store == f"sqlite:///{file.parent / 'news.db'}"
    assert config.sources[0].category == ("金融", "要闻")
    assert config.telegram.api_url == "http://127.0.0.1:8081"


def test_a_category_may_be_a_list_and_what_may_be_left_out_may_be_empty(file: Path) -> None:
    category = "category: [金融, 要闻]\n    link:"
    file.write_text(GOOD.replace("category: 金融 / 要闻\n    link: https://example.org/{path}", category), "utf-8")
    (source,) = load_checked(file, {}).folders
    assert source.category == ("金融", "要闻")
    assert source.link is None


def test_all_mistakes_are_told_whoever_loads_the_file(file: Path) -> None:
    file.write_text("telegram:\nsources: [{kind: folder}]\ndefaults: {language: fr}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file, {})
    assert caught.value.problems == (
        f"{file}:2: sources.0.where: is missing",
        f"{file}:3: defaults.language: must be 'zh-Hans', 'zh-Hant' or 'en'",
    )


def test_a_mistake_in_a_feed_is_told_by_its_keys_as_the_file_has_them(file: Path) -> None:
    sources = "[{kind: feed, url: nowhere, where: x}, {kind: pigeon}, {url: x}, 5]"
    file.write_text(f"sources: {sources}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file, {})
    assert [problem.removeprefix(f"{file}:1: ") for problem in caught.value.problems] == [
        "sources.0.url: must be an address that begins with http:// or https://",
        "sources.0.where: is not a known key",
        "sources.1.kind: must be 'folder' or 'feed'",
        "sources.2.kind: is missing",
        "sources.3: must have keys of its own below it",
    ]


@pytest.mark.parametrize("address", ["http://example.org:99999", "http://example.org:port", "http://[", "example.org"])
def test_an_address_that_is_none_is_told(file: Path, address: str) -> None:
    (told,) = problems(file, GOOD.replace("http://127.0.0.1:8081/", f'"{address}"'))
    assert "telegram.api_url: must be an address" in told


@pytest.mark.parametrize("nobody", [0, -1001])
def test_an_admin_is_a_person_and_no_group(file: Path, nobody: int) -> None:
    (told,) = problems(file, GOOD.replace("admins: [42]", f"admins: [42, {nobody}]"))
    assert told == f"{file}:5: admins.1: must be greater than or equal to 1"


def test_the_token_of_the_environment_goes_before_the_files(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    config = load_config(file, {"JIANBAO_TOKEN": "1:fromTheEnvironment"})
    assert config.telegram.token.get_secret_value() == "1:fromTheEnvironment"


def test_the_token_does_not_show_when_the_configuration_is_printed(file: Path) -> None:
    file.write_text(GOOD, encoding="utf-8")
    assert "AAEexample" not in repr(load_config(file, {}))


def test_every_mistake_is_told_at_once_with_its_line(file: Path) -> None:
    told = problems(file, WRONG)
    lines = [int(line.removeprefix(f"{file}:").partition(":")[0]) for line in told]
    assert lines == [3, 4, 5, 7, 8, 11, 12, 13, 14, 14, 14, 15]
    keys = [line.split(": ")[1] for line in told]
    assert keys[:4] == ["telegram.token", "telegram.api_url", "admins.0", "sources.0.kind"]
    assert "sources.0.where" in keys
    assert keys[-1] == "colour"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a: [1", "config.yaml:2: "),
        ("- 1", "must be made of keys"),
        ("admins: []\nadmins: [1]", "admins is written twice"),
        ("a: *b", "undefined alias"),
        ("x: " + "[" * 5000, "config.yaml"),
        ("x: " + "[" * 50_000 + "]" * 50_000, "is nested too deeply"),
        ("\nadmins: " + "[" * 2000 + "]" * 2000, "config.yaml:2: is nested too deeply"),
        ("\nadmins: &a [*a]", "config.yaml:2: is nested too deeply, or holds itself"),
        ("telegram:\n  token: {{ TOKEN }}", "config.yaml:2: what begins with { or [ must stand in quotes; fill in"),
        ("\n? [a, b]\n: 2", "config.yaml:2: what begins with"),
        ("telegram:\n\ttoken: x", "config.yaml:2: a line begins with a tab"),
        ("admins: [@me]", "config.yaml:1: a line begins with a tab, or a value with @"),
        ("a: 1\n---\nb: 2", "config.yaml:2: a line of --- begins another file"),
        ("a: 1\n  b: 2", "config.yaml:2: a colon stands where none belongs"),
    ],
)
def test_a_file_that_is_no_yaml_of_keys_is_told_with_the_place(file: Path, text: str, part: str) -> None:
    assert part in problems(file, text)[0]


@pytest.mark.parametrize("holding", ["[{}]", "{{a: {}}}"])
def test_a_few_lines_whose_aliases_stand_for_millions_of_values_are_told_at_once(file: Path, holding: str) -> None:
    lines = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
    lines += [f"a{n}: &a{n} [{', '.join([holding.format(f'*a{n - 1}')] * 9)}]" for n in range(1, 9)]
    (told,) = problems(file, "\n".join(lines))
    assert told == f"{file}:6: brings too much by its aliases; write its values out"


@pytest.mark.parametrize("second", ["posts", "./posts/", "posts/below", ".", "link"])
def test_a_folder_that_two_sources_read_is_a_mistake_since_its_posts_would_come_twice(file: Path, second: str) -> None:
    (file.parent / "posts" / "below").mkdir()
    (file.parent / "link").symlink_to("posts")
    (told,) = problems(file, GOOD.replace("store:", f"  - kind: folder\n    where: {second}\nstore:"))
    assert told.startswith(f"{file}:12: sources.1.where: {file.parent / 'posts'}")
    assert "is read by another source already" in told


@pytest.mark.parametrize("name", ["订阅源", "訂閱源 / 要闻", "[订阅源, 要闻]", "Feeds"])
def test_a_category_may_not_be_called_as_what_holds_the_feeds_of_people(file: Path, name: str) -> None:
    (told,) = problems(file, GOOD.replace("category: 金融 / 要闻", f"category: {name}"))
    assert told.startswith(f"{file}:9: sources.0.category: ")
    assert told.endswith("holds the feeds that people add; choose another name")
    (again,) = problems(file, f"{GOOD}rules:\n  - words: [雨]\n    category: {name}\n")
    assert again.startswith(f"{file}:15: rules.0.category: ")


def test_an_empty_file_tells_what_is_needed(file: Path) -> None:
    told = "\n".join(problems(file, ""))
    assert "telegram.token: is missing" in told
    assert "names no source" in told


@pytest.mark.parametrize(
    ("store", "part"),
    [("sqlite:///posts", "is a folder"), ("sqlite:///no/such/place.db", "there is no folder")],
)
def test_a_store_that_cannot_be_written_is_told_before_the_start(file: Path, store: str, part: str) -> None:
    assert part in problems(file, GOOD.replace("sqlite:///news.db", store))[0]


def test_a_network_that_cannot_be_opened_is_told_with_its_line(file: Path) -> None:
    told = problems(file, GOOD + "fetching:\n  own_network:\n    - rsshub:1200\n    - 10.0.0.7/8:1200\n    - a b\n")
    assert [line.removeprefix(f"{file}:") for line in told] == [
        "16: fetching.own_network.1: 10.0.0.7/8 has host bits set",
        "17: fetching.own_network.2: must be written like rsshub.lan:1200, 192.168.1.0/24:1200 or [fd00::/8]:1200",
    ]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://127.0.0.1:1200/rss", "if it is yours, add 127.0.0.1:1200 to fetching.own_network"),
        ("http://localhost/rss", "if it is yours, add localhost:80 to fetching.own_network"),
        ("http://rsshub:1200/rss", "if it is yours, add rsshub:1200 to fetching.own_network"),
        ("https://[fd00::7]/rss", "if it is yours, add [fd00::7]:443 to fetching.own_network"),
        (
            "https://news.example.org:8443/rss",
            "add 8443 to fetching.ports, or if it is yours, add news.example.org:8443",
        ),
    ],
)
def test_a_feed_that_would_never_be_asked_is_told_with_what_opens_it(file: Path, url: str, told: str) -> None:
    source = f"  - kind: feed\n    url: {url}\nstore:"
    (problem,) = problems(file, GOOD.replace("store:", source))
    assert problem.startswith(f"{file}:12: sources.1.url: ")
    assert told in problem
    place = problem.rpartition("add ")[2].partition(" to")[0]
    file.write_text(f'{GOOD.replace("store:", source)}fetching: {{own_network: ["{place}"]}}\n', encoding="utf-8")
    assert load_checked(file, {}).feeds


def test_a_port_that_is_opened_for_all_is_no_mistake(file: Path) -> None:
    source = "  - kind: feed\n    url: https://news.example.org:8443/rss\nstore:"
    file.write_text(f"{GOOD.replace('store:', source)}fetching: {{ports: [443, 8443]}}\n", encoding="utf-8")
    assert load_checked(file, {}).feeds


def test_a_missing_folder_is_told_with_its_line(file: Path) -> None:
    told = problems(file, GOOD.replace("where: posts", "where: gone"))
    assert told == (f"{file}:8: sources.0.where: there is no folder {file.parent / 'gone'}",)


def test_a_source_that_is_a_file_is_told(file: Path) -> None:
    assert "is no folder" in problems(file, GOOD.replace("where: posts", "where: config.yaml"))[0]


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"Copy config.example.yaml"):
        load_config(tmp_path / "config.yaml", {})


def test_a_file_that_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(file, {})


def test_the_example_is_complete_but_for_token_and_folder(file: Path) -> None:
    example = Path(__file__).parents[1] / "config.example.yaml"
    told = problems(file, example.read_text(encoding="utf-8"))
    assert [line.split(": ")[1] for line in told] == ["telegram.token", "sources.0.where"]


def test_every_length_there_is_can_be_the_default(file: Path) -> None:
    for length in Length:
        file.write_text(GOOD.replace("length: line", f"length: {length}"), encoding="utf-8")
        assert load_checked(file, {}).defaults.length == length.value
    assert Length(Defaults().length) is Length.STANDARD


def test_a_second_admin_is_asked_for_only_where_there_is_one(file: Path) -> None:
    wanted = GOOD + "broadcast: {second_admin_above: 1000}\n"
    (told,) = problems(file, wanted)
    assert told.endswith("broadcast: second_admin_above needs at least two admins")
    (again,) = problems(file, wanted.replace("admins: [42]", "admins: [42, 42]"))
    assert again == told
    file.write_text(wanted.replace("admins: [42]", "admins: [42, 43]"), encoding="utf-8")
    assert load_checked(file, {}).broadcast.second_admin_above == 1000


def test_the_examples_comments_are_a_configuration_too(file: Path) -> None:
    example = (Path(__file__).parents[1] / "config.example.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^( *)# (?=[ -]*[a-z_]+:)", r"\1", example, flags=re.MULTILINE).replace(
        "admins: []", "admins: [1, 2]"
    )
    file.write_text(text, encoding="utf-8")
    config = load_config(file, {})
    assert config.folders[0].link
    assert config.feeds[0].every_minutes
    assert config.rules[0].words
    assert config.fetching.own_network


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("fetching:\n  ports: [0]\n", "fetching.ports.0"),
        ("fetching:\n  ports: [99999]\n", "fetching.ports.0"),
        ('rules:\n  - words: [" "]\n    category: 金融\n', "rules.0.words.0: must not be blank"),
        ('rules:\n  - words: [雨]\n    category: ""\n', "rules.0.category"),
        ("rules:\n  - words: 雨\n    category: 金融\n", "rules.0.words: must be a list"),
        ("rules:\n  - words: []\n    category: 金融\n", "rules.0.words: must not be empty"),
        ("fetching: 5\n", "fetching: must have keys"),
        ("delivery: {per_second: yes}\n", "13: delivery.per_second: must be a number, not yes or no"),
        ("fetching: {ports: [on]}\n", "13: fetching.ports.0: must be a number, not yes or no"),
        ("follow: {per_reader: 1.5}\n", "follow.per_reader: must be a whole number"),
        ("delivery: {per_second: .inf}\n", "delivery.per_second: must be less than"),
        ("5: a\n", "13: 5: is not a known key"),
        ("~: a\n", "13: ~: is not a known key"),
        ("2026-01-01: a\n", "13: 2026-01-01: is not a known key"),
        ("delivery:\n  yes: 3\n", "14: delivery.yes: is not a known key"),
    ],
)
def test_what_could_never_work_is_a_mistake(file: Path, wrong: str, told: str) -> None:
    assert any(told in problem for problem in problems(file, GOOD + wrong))


def test_a_feed_that_is_named_twice_is_a_mistake_and_its_key_is_not_told(file: Path) -> None:
    feed = "  - kind: feed\n    url: https://a.example/rss?key=abc\n"
    told = problems(file, GOOD.split("sources:", maxsplit=1)[0] + "sources:\n" + feed * 2)
    assert any("twice" in problem and "abc" not in problem for problem in told)


FEEDS = GOOD.split("sources:", maxsplit=1)[0] + "sources:\n  - {kind: feed, url: 'https://a.example/rss'}\n"


@pytest.mark.parametrize("url", ["https://A.example:443/rss", "https://a.example/rss#new"])
def test_a_feed_that_is_named_twice_in_other_letters_is_a_mistake(file: Path, url: str) -> None:
    (told,) = problems(file, f"{FEEDS}  - {{kind: feed, url: '{url}'}}\n")
    assert told == f"{file}:8: sources.1.url: is the address of another source already, in other letters"


@pytest.mark.parametrize("where", ["", '""', '" "', "5", "[posts]"])
def test_a_source_that_names_no_folder_is_asked_for_one(file: Path, where: str) -> None:
    told = problems(file, GOOD.replace("where: posts", f"where: {where}"))
    assert told == (f"{file}:8: sources.0.where: must name a folder, such as source/_posts",)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a" * 5_000, "cannot be looked at: file name too long"),
        ("~nobody-of-that-name/posts", "begins with the home of nobody known here; write the whole path"),
    ],
)
def test_a_path_that_cannot_exist_is_told_like_any_other_mistake(file: Path, path: str, told: str) -> None:
    assert problems(file, GOOD.replace("where: posts", f"where: {path}")) == (f"{file}:8: sources.0.where: {told}",)
    assert problems(file, GOOD.replace("news.db", path)) == (f"{file}:11: store: {told}",)


@pytest.mark.parametrize("token", ["", '""', '"  "'])
def test_a_token_that_says_nothing_is_missing(file: Path, token: str) -> None:
    told = problems(file, GOOD.replace('"123456789:AAEexampleexampleexampleexample"', token))
    assert told == (f"{file}:3: telegram.token: is missing; get one from @BotFather, or set JIANBAO_TOKEN",)
    file.write_text(GOOD.replace('"123456789:AAEexampleexampleexampleexample"', token), encoding="utf-8")
    assert load_checked(file, {"JIANBAO_TOKEN": "1:fromTheEnvironment"}).admins == (42,)


def test_values_shared_by_an_anchor_are_read(file: Path) -> None:
    file.write_text(GOOD.replace("admins: [42]", "admins: &ours [42]") + "fetching: {ports: *ours}\n", encoding="utf-8")
    assert load_checked(file, {}).fetching.ports == (42,)
