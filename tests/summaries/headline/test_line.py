from summaries import summarize


def test_a_line_begins_with_no_blank() -> None:
    line = "青河两岸的六个村庄已经全部通上自来水"
    assert summarize(f"据河东日报报道，\t{line}。").headline == line


def test_few_tokens_of_very_many_characters_are_no_line() -> None:
    assert summarize(f"新桥通车的通知在{'x' * 200}上可以看到。").headline
    assert summarize(f"新桥通车的通知在{'x' * 300}上可以看到。").headline == ""
