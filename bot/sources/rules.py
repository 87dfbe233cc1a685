"""The visible table of lines that stand in a post but are not its article, each with the reason it goes.

A rule takes away a whole paragraph, never a part of one, and only a short one: the same words inside a real
sentence (a heading about 扫码, an interview's `记者：…？`) stay.
"""

import re
from dataclasses import dataclass
from enum import Enum

HEAD_REACH = 8
"""Rules for the head look at so many kept paragraphs from the beginning."""
TAIL_REACH = 10
"""Rules for the tail look at so many from the end."""


class Where(Enum):
    """In which part of a post a line is certain not to be text."""

    ANYWHERE = "anywhere"
    HEAD = "head"
    TAIL = "tail"
    EDGES = "edges"

    def covers(self, index: int, count: int) -> bool:
        """Tells whether the paragraph at an index lies in this part of so many paragraphs."""
        head, tail = index < HEAD_REACH, index >= count - TAIL_REACH
        return {Where.ANYWHERE: True, Where.HEAD: head, Where.TAIL: tail, Where.EDGES: head or tail}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of line that is not the article."""

    where: Where
    line: re.Pattern[str]
    """Has to match the whole paragraph, its white space made single blanks."""
    longest: int
    reason: str


SKIPPED_TAGS = frozenset(
    "audio base button canvas embed form frame head iframe input link map math meta noscript object param script select "
    "style svg template textarea title video".split()
)
"""Nothing in them is text of an article."""

SKIPPED_CLASSES = {
    "appendQr_wrap": "Sina: the app's QR code and its slogan",
    "app-kaihu-qr": "Sina: a broker's QR code",
    "article-editor": "Sina: the editor's name and code",
    "video-2017": "Sina: place of a video player",
    "img_descr": "Sina: caption",
    "picIntro": "ifeng: caption",
    "img-desc": "36kr: caption",
    "tougao-user": "IT之家: thanks to the reader who sent the story",
}

BLOCK_TAGS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""They begin and end a paragraph; every other tag runs on within one."""

LOOSE_TAGS = frozenset("article body center div html main section".split())
"""Text right in one of them stands outside any paragraph."""

_HAN = r"[\u3400-\u9fff]"
_NAME = rf"{_HAN}(?: ?{_HAN}){{1,3}}"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊"
    "纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单"
    "杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄家封储靳段焦巴弓牧车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎薄印宿"
    "白怀蒲索咸赖卓蔺屠蒙池乔闻党翟谭贡劳逄姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈"
    "廖庾终暨居衡步都耿满弘匡国文寇广禄东欧沃利蔚越隆师巩聂晁勾敖融冷訾辛阚那简饶曾沙鞠丰巢关相查后荆红游竺权盖益桓公仝佘"
    "岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟谯笪年爱阳佟言福肖付覃代邸原撒冼苑仵原门"
)
_PERSON = rf"(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[{_SURNAMES}]) ?{_HAN}(?: ?{_HAN})?"
_PEOPLE = rf"{_PERSON}(?:[、，,/ ]+{_PERSON})*"
_BAR = r" ?[:：|｜丨│/／] ?"


def _spaced(words: str) -> str:
    """Gives an alternation in which the letters of a Chinese word may stand apart (`审 核`)."""
    return "|".join(" ?".join(word) for word in sorted(words.split(), key=len, reverse=True))


_DESK = _spaced(
    "编辑 责编 责任编辑 编审 校对 校审 审核 审校 审读 审稿 初审 复审 终审 一审 二审 三审 一校 二校 三校 监制 总监制 监审 监播 出品 出品人 "
    "策划 总策划 统筹 制片 制片人 制作 制作人 主编 总编 总编辑 副主编 值班 值班主任 值班编委 值班总编 值班主编 值班编辑 见习编辑 实习编辑 "
    "微信编辑 新媒体编辑 本期编辑 本期资深编辑 资深编辑 图片编辑 视觉编辑 文字编辑 内容编辑 栏目主编 运营 排版 美编 美术编辑 美术 签发 "
    "导演 编导 摄像 剪辑 配音 主播 播音 后期 包装 设计 海报 海报设计 版面 版式 编务 责编审 流程编辑 视频编辑 责任校对"
)
_CRAFT = _spaced(
    "作者 本文作者 撰文 撰稿 撰写 文字 文案 文 图 图片 图文 摄影 视频 制图 绘图 插画 漫画 采写 采访 采访人员 记者 全媒体记者 实习记者 见习记者 "
    "首席记者 特约记者 本报记者 新黄河记者 实习生 通讯员 主笔 翻译 译 译者 编译 整理 供图 供稿 讲述 口述 数据 总台记者 央视记者 评论员 特约评论员 执笔"
)
_PICTURE = _spaced(
    "封面 封面图 封图 首图 头图 头图摄影 题图 配图 图源 图片来源 题图来源 头图来源 封面来源 图据 图片 资料图 视觉 制图 图表"
)
_ORIGIN = _spaced(
    "来源 本文来源 文章来源 稿件来源 内容来源 信息来源 新闻来源 综合来源 素材来源 图文来源 资料来源 数据来源 视频来源 转载 转自 转载自 原标题 原文标题 "
    "杂志标题 原题 本文原标题 本文杂志原标题 整理自 综合自 摘自 选自 原载 首发 文章转自 内容转自"
)
_ROLE = rf"(?:{_DESK}|{_CRAFT}|{_PICTURE})"
_VALUE = r"[^。！？!?；;]{1,40}?"
_CRAFT_ROLE = rf"(?:{_CRAFT})"
_NAMES = rf"{_NAME}(?:[、，,/ ]+{_NAME})*"
_OUTLET = r"[^，。：:！？；“”]{0,16}?"
_REPORTER = r"(?:记者|评论员|主笔|特约撰稿人|特约撰稿|特约作者|专栏作者|撰稿人|通讯员|实习生|特派员|编辑|见习记者|实习记者|特约记者)"


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MARK = r"[▌◎●■◆*＊※【（(\[\-—·] ?"

ORIGINAL_TITLE = _line(
    rf"[（(【]? ?(?:{_spaced('原标题 原文标题 本文原标题 原题 杂志标题 本文杂志原标题')})[ :：丨|｜]{{0,3}}"
)
"""What an original title's line begins with."""

RULES = (
    Rule(
        where=Where.ANYWHERE,
        line=_line(rf"(?:{_MARK}){{0,2}}(?:{_DESK}|{_PICTURE})(?:[、/&和 ]{_ROLE})*{_BAR}.*"),
        longest=100,
        reason="names of editors and proofreaders, and where the head picture comes from",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(rf"(?:{_MARK}){{0,2}}{_CRAFT_ROLE}(?:[、/&和 ]{_ROLE})*{_BAR}{_VALUE}[】）)]?"),
        longest=70,
        reason="the author's, photographer's or reporter's name after the name of the craft",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(rf"(?:{_MARK})?(?:{_DESK}) (?:{_NAMES})(?: (?:{_DESK}) (?:{_NAMES}))*"),
        longest=50,
        reason="names of editors parted by blanks only",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(rf"[▌◎（(【]*{_OUTLET}{_REPORTER}(?:{_BAR}| )?{_PEOPLE}(?:[ 、，/]+.{{0,40}})?[）)】]?"),
        longest=70,
        reason="a reporter's line that names paper and people",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(r"【文/[^】]{2,30}】|[（(]文/[^）)]{2,30}[）)]"),
        longest=36,
        reason="the author in brackets of his own",
    ),
    Rule(
        where=Where.TAIL,
        line=_line(
            rf"[^，。：]{{2,10}}(?:卫视|电视台|新闻|日报|晚报|电台|广播)(?:特约)?(?:记者)?{_HAN}[^，。：！？]{{1,24}} ?[^，。：！？]{{0,16}}报道"
        ),
        longest=48,
        reason="a television report's names and place",
    ),
    Rule(
        where=Where.ANYWHERE,
        line=_line(rf"(?:{_MARK})?(?:{_ORIGIN})(?:{_BAR}| ).*"),
        longest=160,
        reason="where the text was printed first, or under which title",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"[（(*＊※【\[—\- ]*(?:本文|文章|本篇|此文|原文|内容)(?:来自|来源于?|转载自|转自|首发于?|首发|原载于?|原刊于?|刊载于|刊于|选自|摘自|摘编自|经.{0,30}授权|系.{0,30}授权|由.{0,40}(?:授权|原创|首发|转载|出品|供稿))"
            r".*"
        ),
        longest=320,
        reason="from which account or paper the text was taken, and by whose leave",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"(?:.{0,12})?(?:首发于微信公众号|首发于公众号|原文刊载于|原载于?|原刊于).*|发于[\d.]+总第\d+期.*|(?:.{0,14})?《[^》]{2,12}》 ?[（(]\d{4}[年\-].{2,30}[）)]"
            r"|[（(]?(?:[^，。：]{0,8})?综合(?!治理|来看|起来|而言|考虑|以上|上述).{2,60}(?:等)?(?:报道|消息|媒体|网站|视频号)[）)]?|(?:央视新闻|新华社|人民日报|[^，。：]{2,8})[（(]\d{4}年\d{1,2}月\d{1,2}日[）)]"
        ),
        longest=120,
        reason="in which paper of which day the text was printed",
    ),
    Rule(
        where=Where.ANYWHERE,
        line=_line(r".{0,40}(?:36氪经授权发布|经授权转载|授权虎嗅.{0,10}(?:发表|发布|转载)).{0,20}"),
        longest=160,
        reason="by whose leave the text is printed",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"[*＊※（(【]*(?:注：?)?(?:本文|文中|文内|部分|以上|题图|头图|封面)?(?:及文中|部分|所有|及)*(?:题图|头图|封面|配图|插图|图片|图源|素材|视频)(?:部分|均|都|素材|资料)*"
            r"(?:来自|来源|源自|源于|取自|由|源|摄于|版权)[^。]{1,60}。?[】）)]?"
        ),
        longest=90,
        reason="where the pictures come from",
    ),
    Rule(
        where=Where.ANYWHERE,
        line=_line(
            r"[（(©]? ?(?:图源|图片来源|图据|供图)[^。]{0,40}[）)]?▼?|[（(]图[：:/｜|][^）)]{1,40}[）)]▼?|图[｜|丨/：:][^。]{1,40}|[^。！？]{0,60}[（(]?(?:图源|图片来源)[:：｜|/ ][^。）)]{1,30}[）)]?"
        ),
        longest=90,
        reason="a caption that is nothing but the picture's owner, or ends with him",
    ),
    Rule(
        where=Where.ANYWHERE,
        line=_line(r"[△▲▼▽↑↓◎][^。！？]{2,90}。?|[^。！？]{2,80}▼"),
        longest=100,
        reason="a caption behind the mark of captions",
    ),
    Rule(
        where=Where.ANYWHERE,
        line=_line(
            r"[^。！？：:]{1,60}(?:资料图|资料图片|视频截图|网络截图|网页截图|监控截图|报道截图|微博截图|抖音截图|App截图|社交媒体截图|社交平台截图|供图|受访者提供|主办方提供)[）)]?。?|(?:微博|抖音|淘宝|网络|视频|小红书)截图。?"
        ),
        longest=70,
        reason="a caption that ends with the kind or owner of the picture",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"[（(*＊※【\[ ]*(?:特别|重要|郑重|版权|免责|风险|原创)?(?:声明|提示|说明)?[：:｜|]? ?(?:[^。]{0,24})?(?:不构成|不代表.{0,16}(?:立场|观点|机构)|仅代表|仅供参考|仅供.{0,8}参考|如有侵权|如侵权|侵权(?:请|联系|必究)|未经(?:授权|许可|允许|同意)|"
            r"风险自担|转载请|转载引用请|谢绝转载|请勿转载|禁止转载|投资需谨慎|入市需谨慎|文责自负).*"
        ),
        longest=200,
        reason="a disclaimer, not the article's words",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(r"[（(*＊※【\[ ]*(?:免责声明|版权声明|特别声明|郑重声明|风险提示|原创声明)[】\]]?(?:[：:｜| ].*)?"),
        longest=260,
        reason="a disclaimer behind its name",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"[^。]{0,40}(?:扫码|扫描|识别|长按)(?:[^。，]{0,12})(?:二维码|添加|关注|加入|进群|下载|购买|预约|报名|领取|咨询|查看|阅读|收听).*|.{0,20}(?:扫一扫|二维码关注).{0,40}"
            r"|(?:欢迎|敬请|请|点击|记得|快来|更多[^。]{0,16}请?)(?:[^。，]{0,8})(?:关注|订阅|下载|添加|星标|点击|加微信|加入|登录|搜索)[^。]{0,60}[。！!]?|.{0,60}(?:加微信|微信号|添加微信|欢迎交流)[：:].{0,80}"
            r"|(?:点击|戳|↓|→|>>)+.{0,20}(?:阅读原文|查看原文|查看详情|了解更多|观看视频|查看视频|下方视频|蓝字).{0,20}|(?:阅读|查看)(?:原文|全文)[>》 ]*|海量资讯.{0,30}|股民福利来了.{0,80}|.{0,20}点击查看[>》]*"
            r"|(?:喜欢|觉得).{0,20}(?:点赞|在看|转发|分享|点个).{0,40}|.{0,16}(?:点赞|在看|转发|分享)[、，和 ].{0,12}(?:点赞|在看|转发|关注).{0,30}"
        ),
        longest=140,
        reason="asks the reader to follow, scan or buy",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r"[-—–_=~·*＊（(【\[ ]*(?:完|全文完|本文完|未完待续|end|the end|fin)[-—–_=~·*＊）)】\] .。]*|[-—–_=~·*＊.…∞■□◆◇●○█ ]{1,60}|(?:#[^#\s]{1,20}\s*){2,}#?"
        ),
        longest=200,
        reason="end marks, rules made of characters, hashtags",
    ),
    Rule(
        where=Where.HEAD,
        line=_line(
            r"(?:(?:本文|全文)(?:约|共)?[：: ]*\d+ ?字?|.{0,10}(?:预计)?阅读(?:时间|时长|全文)?(?:约|大约|需要?)?[：: ]*\d+ ?分钟|.{0,10}约 ?\d+ ?分钟阅读|[ ,，·|丨｜。]|(?:建议|预计)阅读(?:时间|时长)?(?:约)?[：: ]*\d+ ?分钟)+"
        ),
        longest=50,
        reason="length and reading time",
    ),
    Rule(
        where=Where.EDGES,
        line=_line(
            r".{1,24}[（(] ?(?:微信)?(?:公众号)?(?:ID|微信号|公众号)[：: ].{1,30}[）)] ?(?:原创|出品|首发)?|.{0,24}第 ?\d+ ?(?:篇|期)(?:原创|文章|推送).{0,12}|.{1,14}(?:整理编辑|原创作品|原创出品|荣誉出品)|本文首发.{0,10}期"
            r"|[（(【]?[^，。]{2,14}(?:原创作品|原创出品|出品)[】）)]?"
        ),
        longest=60,
        reason="the account's own mark",
    ),
    Rule(
        where=Where.TAIL,
        line=_line(
            rf"(?:{_spaced('延伸阅读 推荐阅读 相关阅读 扩展阅读 往期回顾 往期推荐 往期精选 往期回顾请看 热门文章 精彩推荐 更多阅读 相关推荐 相关报道 往期文章')})[：:▼↓]?"
        ),
        longest=16,
        reason="heading of links to other articles, once nothing stands below it",
    ),
    Rule(
        where=Where.TAIL,
        line=_line(
            r"[^。]{4,60}[|｜] ?虎嗅AI ?100闭门会|\d{1,2}[、.．] ?[^。，]{2,12} [^。]{4,40}|(?:推荐阅读|延伸阅读|相关阅读|往期回顾)[：:].{2,80}"
        ),
        longest=90,
        reason="a link to another article",
    ),
)
