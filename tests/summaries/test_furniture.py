import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.furniture import empty_talk, is_caption, is_empty_talk


@pytest.mark.parametrize(
    "sentence",
    [
        "风险提示：本文仅供参考。",
        "以上内容不构成任何投资建议。",
        "市场有风险，入市须谨慎。",
        "本文仅代表作者个人观点。",
        "此前报道",
        "责任编辑：王小明",
        "点击查看更多精彩内容",
        "（图片拍摄：滨海日报王小明）",
        "Click here to read more",
        "123 456",
        "标签：渡口、大桥",
        "Tags: ferries, bridges · harbours",
        "Seller: Quayside | Kind: Atlas | Price: 12.00",
        "您怎么过河，欢迎来评论区说一说。",
        "对此，你怎么看呢。",
        "1 | 2 | make harbour | make quay",
        "早上好，以下是过去一天里值得知道的四件事。",
        "大家好！",
        "各位早上好，今天是11月29日星期日。",
        "以下是今天的要闻：",
        "各位讀者大家好，歡迎收看本週的要聞。",
        "施工期间给您带来不便，敬请谅解。",
        "造成不便，還請見諒。",
        "平素より渡船をご利用いただき、誠にありがとうございます。",
        "お客様にはご不便をおかけしますが、何卒ご理解とご協力をお願い申し上げます。",
        "最後までお読みいただきありがとうございました。",
        "皆さん、こんにちは。",
        "안녕하십니까, 나루시장 박정우입니다.",
        "항상 나룻배를 이용해 주셔서 감사합니다.",
        "이용에 불편을 드려 죄송합니다.",
        "We apologise for any inconvenience.",
        "Dear passengers, thank you for your patience.",
        "Good morning, everyone.",
        "Sehr geehrte Fahrgäste,",
        "Vielen Dank für Ihr Verständnis.",
        "Nous vous prions de nous excuser pour la gêne occasionnée.",
        "Rogamos disculpen las molestias.",
        "Ci scusiamo per il disagio.",
        "Agradecemos a compreensão.",
        "Приносим извинения за доставленные неудобства.",
        "〔更多即時新聞請點擊這裡〕",
        "點擊閱讀原文看更多照片",
        "（圖片來源：滨海日報）",
        "版權所有，未經授權不得轉載，違者必究，這裡說明",
        "视频丨渡口最后一班船离岸，岸上的人挥手告别。",
        "一图读懂｜新桥怎么收费？",
        "組圖丨渡口最後一班船離岸，岸上的人揮手告別。",
        "陆河.渡口的兴衰[J].航运研究,2021,14(3):22-31.",
        "请扫描下方二维码加入渡口的读者群。",
        "扫码关注滨海日报",
        "长按图片识别小程序",
        "想看更多渡口的照片，点击这里。",
        "视频可点击下方收看：",
        "渡口新闻评级说明：五星必读，三星随意。",
        "数据来源：滨海市统计局",
        "图 3：渡口的剖面图",
        "喜欢渡口的话记得点赞收藏，我们下期见！",
        "Good morning! Happy Friday.",
        "12:58 Good afternoon and welcome to our live coverage of the last ferry",
        "Thanks for reading!",
        "If you enjoyed the ferry, share it with your friends.",
        "Let's start with the good news.",
        "Support us on Patreon!",
        "View this email in your browser",
        "Media Contact:",
        "Original-Content von: Hafenamt Seestadt",
        "Rückfragen bitte an das Hafenamt",
        "Lire aussi : le dernier bac",
        "Leia também: a última balsa",
        "Читайте также: последний паром",
        "Me conta nos comentários!",
        "Hai altri traghetti da consigliare? Scrivili nei commenti!",
        "Buon appetito!",
        "ferry@harbour.example.org",
        "**Full Changelog**: https://example.org/ferry",
        "<저작권자(c) 나루신문, 무단 전재-재배포 금지>",
        "도움이 되셨다면 공감과 댓글 부탁드려요^^",
        "いかがでしたか？",
    ],
)
def test_a_page_talks_of_itself(sentence: str) -> None:
    assert is_empty_talk(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "此前报道称大桥将于五月通车。",
        "公司提示了三种风险，股价应声下跌。",
        "记者节这天他照常出海。",
        "大家好，我来说一说怎么在旧渡船上装一台新发动机。",
        "以下是陆河大桥十年来的第三次大修，工期两个月。",
        "船工的儿子在评论区讲了渡口的来历。",
        "视频拍下了渡口最后一班船。",
        "记者：渡口停航以后，船工们去哪里？",
        "记者：渡口明年停航，船都要卖掉。",
        "Dear ferries sink no less than cheap ones.",
        "Hello is what the ferryman says before he rows.",
        "Hello Kitty turns fifty.",
        "Hello Kitty is back!",
        "老人过河不便，渡口派船接送，居民表示理解。",
        "この度、青葉線の高架橋が完成しました。",
        "市は住民に理解と協力を求めている。",
        "游客纷纷给渡口的视频点赞。",
        "Press relations with the harbour improved.",
        "The captain joined us on the quay at noon, before the last ferry of the year had left.",
        "He told the story of the ferry in the comments of his own post.",
        "Good morning is what the ferryman says before he rows away.",
        "警方请市民转发，扩散寻船启事。",
        "船东请求转发这条消息，帮助寻找失踪的渡船。",
        "渡口请乘客点赞集满三十个送船票，被罚一万元。",
        "船工随手转发谣言被拘。",
        "他欢迎收藏家捐赠旧船票。",
        "渡口队力求三连胜。",
        "主席说，希望我们下期见。",
        "信息来源：两名知情人士称，渡口将裁员一半。",
        "标海评级说明：渡口债券上调至A级。",
        "诈骗短信写着点击这里。",
        "他点击蓝字跳进钓鱼网站，损失三万元。",
        "用户只要点击视频里的渡船就能直接购买船票。",
        "市民扫码领取渡口消费券一千万张。",
        "乘客扫码关注后才能买票，被指侵犯隐私。",
        "他扫描海报上的二维码后被骗走五万元。",
        "图 3 可以看出，渡口客流逐年下降。",
        "图 3 表明渡口的客流在下降。",
        "The letter of the ferryman drew anger in the comments.",
        "Police say the captain shared his plan in the comments.",
        "Continua la polemica sul traghetto nei commenti.",
        "Nach der Fahrt schreibt der Kapitän in den Kommentaren.",
        "Lee también vendió su barca por mil pesos.",
        "Leggi anche più dure per chi guida un traghetto.",
        "Mehr zum Thema wollte die Kapitänin nicht sagen.",
        "Kontakt zur Fähre abgebrochen: Suche geht weiter",
        "Rückfragen von Fahrgästen ließ der Kapitän nicht zu.",
        "Original-Content von der Fähre kostet mehr.",
        "Media relations: harbour bans the old ferry.",
        "저작권자에게 나룻배 값을 배상하라는 판결이 나왔다.",
        "무단 전재 소송에서 나루신문이 이겼다.",
        "댓글 조작을 부탁받은 사공 3명 구속",
        "Good morning and welcome relief for the harbour as ferries restart",
        "Thanks for reading my speech, the mayor told the ferrymen.",
        "Thank you for joining the harbour union, said its chairman.",
        "If you enjoyed the old fare, follow the new one closely: it rises by half.",
        "Unsubscribe buttons must be one click away under the new law.",
        "Support us on tolls, ferrymen beg.",
        "Related: three ferries sunk",
        "Hasta la próxima semana no hay barcas.",
        "Advertisement spending of the ferries fell by a third.",
        "Sign up deadlines for the ferry race end on Friday.",
        "乘客扫码后看到的是“查无此票”，只好补票上船。",
        "渡口全面推行扫码乘船。",
        "他点击下载按钮，票就到了手机里。",
        "点击后即跳转至一家外部网站，船票在那里卖三倍的价钱。",
        "版权所有者要求渡口停播这首老歌。",
        "此前报道，渡口将在年底停航。",
        "图 3 显示了渡口十年来的客流。",
        "船票的二维码印在背面，检票员用手机扫描。",
        "주민들은 불편을 겪었다며 나룻배를 요구했다.",
    ],
)
def test_news_is_no_talk_of_the_page(sentence: str) -> None:
    assert not is_empty_talk(sentence)


_BITS = (
    *(
        "责任编辑",
        "文",
        "图",
        "记者",
        "来源",
        "作者",
        "：",
        ":",
        "/",
        "丨",
        " ",
        "（",
        "）",
        "【",
        "】",
        "。",
        "，",
        "1",
        "-",
        "_",
    ),
    *(
        "点击",
        "查看",
        "阅读原文",
        "长按",
        "识别",
        "扫",
        "二维码",
        "扫码",
        "关注",
        "公众号",
        "下载",
        "客户端",
        "欢迎",
        "转发",
    ),
    *(
        "未经",
        "许可",
        "不得",
        "版权",
        "所有",
        "转载请",
        "早前",
        "相关",
        "推荐",
        "报道",
        "阅读",
        "不构成",
        "投资",
        "建议",
        "有风险",
    ),
    *(
        "风险提示",
        "免责声明",
        "本文",
        "文章",
        "不代表",
        "来自",
        "仅代表作者",
        "观点",
        "资料图",
        "▲",
        "图1",
        "大桥今天通车",
    ),
    *("官网：", "https://a.example", "www.", " | ", "甲: 乙", "我们下期再见", "点赞"),
    *("Click here", "READ more", "ſubscribe", "İmage:", "photo:", "©", "the", "Москва", "か", "한", "\u3400", "😀"),
)


@given(st.lists(st.lists(st.sampled_from(_BITS), max_size=6).map("".join), max_size=6))
def test_what_is_empty_talk_alone_is_so_among_others(sentences: list[str]) -> None:
    assert empty_talk(sentences) == {i for i, sentence in enumerate(sentences) if is_empty_talk(sentence)}


@pytest.mark.parametrize("heading", ["参考资料：", "References", "Further reading:", "參考文獻"])
def test_what_a_text_is_drawn_from_is_no_part_of_it(heading: str) -> None:
    body = ["The quay was built in a year.", "It burnt down in one night.", "Nobody knows who lit the lamp."]
    listed = ["Keller, A. (1998). Lamps of the harbour.", "The night of the quay."]
    assert empty_talk([*body, heading, *listed]) >= {4, 5}
    assert empty_talk([heading, *body]) == frozenset()


@pytest.mark.parametrize("heading", ["此前报道", "▶此前报道：", "早前消息："])
def test_old_news_behind_its_heading_is_no_news(heading: str) -> None:
    news = ["7月5日，青河渡口恢复通航。", "票价不变。"]
    old = ["6月1日，渡口因大水停航。", "三百名乘客改坐火车。"]
    assert empty_talk([*news, heading, *old]) >= {3, 4}
    assert empty_talk([news[0], heading, *old]).isdisjoint({2, 3}), "what stands behind it is all there is"
    assert empty_talk([*news, heading, *(old * 10)]).isdisjoint({3, 4}), "so does it far ahead"


def test_a_caption_is_known_by_the_maker_of_the_picture_behind_it() -> None:
    assert is_caption("渡口边等船的居民。", "（图片拍摄：滨海日报王小明）")
    assert is_caption("渡口边等船的居民。", "图/受访者提供")
    assert not is_caption("渡口边等船的居民。", "大桥图纸今天公布。")
    assert not is_caption(
        "渡口边等船的居民说，大桥通车以后他们还是愿意坐船，因为船上看得见两岸的柳树和远处的灯塔，" * 2, "图/王小明"
    )
