"""The words papers and feeds use for crafts, desks, origins and people, as parts of the patterns in `rules`."""

HAN = r"[\u3400-\u9fff]"
BAR = r"(?: ?[:：|｜丨│/\uff0f] ?| [-–—] )"
"""What stands between a craft and a name."""
MARK = r"(?:[▌◎●■◆▪*\uff0a※【（(\[\-—·] ?){0,2}"
"""What such a line may begin with."""

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉"
    "岑薛雷贺倪汤滕殷罗毕郝邬安乐于傅皮卞齐康伍余元卜顾孟黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝"
    "闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊"
    "甄封储靳段焦巴牧侯宓蓬班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎薄印宿白怀蒲索咸赖卓蔺屠蒙池乔闻党翟谭贡劳姬申扶冉宰雍"
    "桑桂濮牛寿边扈燕冀浦尚农温庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终居衡耿满弘匡寇广禄沃利蔚越隆巩聂晁勾敖融冷訾辛阚那简饶曾"
    "沙鞠丰巢蒯荆游竺权盖益桓仝佘岳帅缑亢况郈琴楚闫法汝鄢涂钦商牟谯佟福付覃代邸撒苑仵卿屈胥麦"
)
_COMPOUND_SURNAMES = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯"
PERSON = rf"(?:{_COMPOUND_SURNAMES}|[{_SURNAMES}]) ?{HAN}(?: ?{HAN})?"
"""A Chinese name, known by its surname: for lines where nothing but the name speaks for itself."""
PEOPLE = rf"{PERSON}(?:[、，,/ ]+{PERSON})*"

NAME = rf"{HAN}(?: ?{HAN}){{1,3}}"
"""Any two to four characters: for lines where a craft before them says that they are a name."""
NAMES = rf"{NAME}(?:[、，,/ ]+{NAME})*(?:[（(][^）)]{{1,8}}[）)])?"


def spaced(words: str) -> str:
    """Gives an alternation in which the characters of a word may stand apart (`审 核`)."""
    return "|".join(" ?".join(word) for word in sorted(words.split(), key=len, reverse=True))


DESKS = spaced(
    "编辑 责编 责任编辑 编审 校对 校审 审核 审校 审读 审稿 初审 复审 终审 一审 二审 三审 一校 二校 三校 监制 "
    "总监制 监审 监播 出品 出品人 总出品 策划 总策划 统筹 制片 制片人 制作人 主编 总编 总编辑 副主编 值班 "
    "值班主任 值班编委 值班总编 值班主编 值班编辑 见习编辑 实习编辑 微信编辑 新媒体编辑 本期编辑 "
    "本期资深编辑 资深编辑 图片编辑 视觉编辑 文字编辑 内容编辑 栏目主编 栏目编辑 排版 美编 美术编辑 美术设计 "
    "签发 视频剪辑 视频编辑 视频制作 视觉设计 海报设计 流程编辑 责任校对 责任主编 版面编辑 微信主编 "
    "责编/版式 监制人 总制片 栏目统筹 内容统筹 项目统筹 执行策划"
)
CRAFTS = spaced(
    "作者 本文作者 撰文 撰稿 撰写 文字 文案 文 图 图片 图文 图/文 文/图 摄影 视频 制图 绘图 插画 漫画 采写 "
    "采访 采访人员 记者 全媒体记者 实习记者 见习记者 首席记者 特约记者 本报记者 每经记者 新黄河记者 总台记者 "
    "央视记者 实习生 通讯员 主笔 翻译 译 译者 编译 编译解读 整理 供图 供稿 讲述 口述 评论员 特约评论员 执笔 "
    "特约撰稿 特约作者 特约撰稿人 素材参考"
)
PICTURES = spaced(
    "封面 封面图 封图 首图 头图 头图摄影 题图 配图 图源 图片来源 题图来源 头图来源 封面来源 封面图片来源 "
    "配图来源 图据 资料图 图片 图表 表格 制图"
)
ORIGINS = spaced(
    "来源 本文来源 文章来源 稿件来源 内容来源 信息来源 新闻来源 综合来源 素材来源 图文来源 资料来源 数据来源 "
    "视频来源 转载 转自 转载自 杂志标题 整理自 综合自 摘自 选自 原载 文章转自 内容转自 原文来源 专题"
)
TITLES = spaced("原标题 原文标题 本文原标题 文章原标题 原题 本文杂志原标题")
STUDIO = spaced("导演 编导 摄像 剪辑 配音 主播 播音 后期 包装 设计 海报 运营 制作 版面 版式 编务 新媒体 美术 视觉")
"""Crafts that are everyday words as well (`设计：…` may begin a point of the text): believed only before bare names."""
DESKS_OF = rf"{HAN}{{1,6}}(?:编辑|责编|校对|审核|统筹|监制|主编|剪辑|设计|摄影|制图|值班主任)"
"""A desk with its house or its department before it."""
ROLE = rf"(?:{DESKS}|{CRAFTS}|{STUDIO}|{PICTURES})"
REPORTER = (
    "(?:记者|作者(?= )|评论员|主笔|撰稿人|特约撰稿|特约作者|专栏作者|通讯员|实习生|特派员|见习生|每经编辑|特约观察员"
    "|报道员)"
)
OUTLET = r"[^，。：:！？；“”]{0,18}?"
PAPERS = (
    r"[^，。：！？；、“” ]{1,6}(?:新闻|日报|晚报|早报|时报|商报|周报|导报|证券报|青年报|周刊|杂志|财经|新闻网|证券网"
    r"|客户端|公众号|通讯社|电视台|卫视|新华网|人民网|中新网|央视网|APP)|新华社|中新社|中国网|新华网|人民网|澎湃|财联社"
)
BODIES = (
    "(?:国家)?统计局|财政部|商务部|工信部|发改委|国家发展改革委|中国人民银行|央行|银保监会|证监会|中国政府网|海关总署"
    "|农业农村部|交通运输部|国家税务总局|外汇局|国家外汇管理局"
)
READ_ON = spaced(
    "延伸阅读 推荐阅读 相关阅读 扩展阅读 往期回顾 往期推荐 往期精选 热门文章 精彩推荐 更多阅读 相关推荐 "
    "相关报道 往期文章 视频推荐 好文推荐 猜你喜欢 热门推荐"
)
