"""Where well-known houses keep an article in their pages, and by which words a page names what is not part of it."""

import re

DROPPED_TAGS = frozenset(
    "script style noscript template iframe object embed svg math canvas audio video map nav button input "
    "select textarea dialog menu head link meta".split()
)
"""Nothing in them is an article."""

PARAGRAPHS = frozenset(
    "p pre blockquote h1 h2 h3 h4 h5 h6 th dt figcaption span a b strong em font br".split()
)
"""An article is never narrowed down to one of them."""

PARTS = frozenset("ul ol dl li dd table thead tbody tr".split())
"""Nor to one of them, though the way down may lead through it where tables lay out a page."""

HOMES = (
    '//*[@id="js_content"]',  # WeChat
    '//*[@id="artibody" or @id="articleContent"]',  # Sina, cnBeta
    '//*[@id="endText" or @class="post_body"]',  # NetEase
    '//*[@id="ArticleContent" or @id="Cnt-Main-Article-QQ"]',  # Tencent
    '//*[@id="main_content" or @id="rwb_zw" or @class="rm_txt_con cf"]',  # ifeng, People's Daily
    '//*[@id="detail" or @id="p-detail" or @id="detailContent"]',  # Xinhua
    '//*[@id="Main_Content_Val" or @id="the_content"]',  # Caixin
    '//*[@id="mp-editor" or @id="ContentBody" or @id="content_area" or @id="chan_newsDetail"]',  # Sohu, Eastmoney, CCTV
    '//*[@itemprop="articleBody"]',
)
"""The element that is an article's text, in the order in which they are believed; each row names its houses."""

HOME = re.compile(
    r"\b(?:art|article|entry|post|story|news|content|detail|text|main)[-_]?(?:context|content|body|text|detail|con|cont|main)",
    re.IGNORECASE,
)
"""Words in the class of an element that holds an article."""

FURNITURE_TAGS = frozenset({"aside", "footer", "form"})

COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|reactions?|disqus|pinglun)(?![a-z])", re.IGNORECASE)

NOT_TEXT = re.compile(
    r"comment|reaction|pinglun|disqus|related|relate[-_ ]|relevant|recommend|tuijian|xiangguan|hot[-_]?(?:news|list|rank)|ranking|share|social|bshare"
    r"|sidebar|side[-_]?bar|aside|foot(?!note)|breadcrumb|crumb|masthead|navbar|nav[-_]|[-_]nav\b|\bnav\b|menu|toolbar|copyright|copy[-_]?right"
    r"|disclaim|newsletter|subscri|promo|sponsor|advert|\bads?\b|\bad[-_]|[-_]ads?\b|banner|popup|modal|cookie|qr[-_]?code|erweima|appendqr"
    r"|\btags?\b|taglist|keyword|caption|byline|credit|article-editor|\beditor(?:s|-name)?\b|\bedit\b|show_author|reporter-info|timestamp|dateline"
    r"|login|signup|pager|pagination|page-?nav|prev|next[-_]|read-?more|more[-_](?:from|on|news|stories)|trending|popular|most-|widget|outbrain|taboola"
    r"|download|open-?app|launch|feedback|jubao|report-?btn|vote|digg|praise|print[-_]|[-_]print|skip|hidden-accessible|sr-only|visually-?hidden"
    r"|statement|shengming|yuanbiaoti|author-?(?:info|bio|box|card)|bio\b|infobox-?ad|player|video-?(?:box|info|list)|gallery-?(?:nav|thumb)|slideshow",
    re.IGNORECASE,
)
"""Words in an element's id or class that say it is not the article's text; believed only of a small part of a page."""

TEXT = re.compile(
    r"article|content|body|text|main|story|entry|post|detail|正文|neirong|zhengwen|\bp\b", re.IGNORECASE
)
"""Words that say it may be."""

FURNITURE = re.compile(
    r"(?:advertisement|advertising|sponsored(?: content)?|scroll to continue|story continues below.*|continue reading.*|read more[:.»… ]?|see also:?.{0,90}|related(?: (?:stories|articles|content|coverage|topics|news|posts|video))?:?"
    r"|(?:read|see|watch|listen|click|also|more|related)(?: \w+){0,2}: .{4,120}(?<![.!?])"
    r"|(?:published|updated|posted|last (?:modified|updated)|first published|publié|mis à jour)(?: on)?[: ].{0,60}"
    r"|by:? (?-i:[A-Z][\w.'’-]+)(?: (?-i:[A-Z])[\w.'’-]+){1,3}(?:,.{0,40})?|text size|reset|[\d,.]+ (?:views|shares|reactions|likes|retweets)|wrap up:?"
    r"|share(?: this)?(?: (?:article|story|page|on .{3,20}))?|print|email|e-mail|tweet|facebook|twitter|reddit|linkedin|whatsapp|pinterest|comments?(?: \(\d+\))?|\d+ comments?|reply|like this:?|loading\.*"
    r"|(?:getty images|ap photo|reuters|afp|photo|image|picture|credit|video)[:/ ].{0,80}|.{0,60}(?:/getty images|/ap photo|/reuters|/afp)"
    r"|(?:©|\(c\)|copyright).{0,160}|all rights reserved.{0,120}|this material may not be published.*"
    r"|(?:sign up|subscribe|follow us|follow .{2,40} on|get .{2,60} inbox|follow @|like us|get the latest|download the).{0,140}"
    r"|(?:[（(【\[]?(?:打开|下载|前往|立即下载|点击打开).{0,10}(?:app|客户端).{0,30}[）)】\]]?)"
    r"|分享(?:到|至|给).{0,40}|分享|收藏|点赞|举报|评论|打印|复制链接|大字|小字|字号.{0,12}|a-|a\+|返回(?:首页|顶部|列表|搜狐.{0,10})|上一[篇页].{0,60}|下一[篇页].{0,60}"
    r"|(?:点击|展开|加载|查看)(?:加载)?(?:全文|更多|全部|剩余.{0,10}|阅读全文)|阅读全文|展开阅读全文|.{0,14}点【?在看】?.{0,10}|标签|图集|\\+1|现在位置.{0,60}|(?:您|你)?(?:的|所在的)?(?:当前)?位置[：:].{0,80}|(?:相关|热门|推荐|精彩|延伸|更多)(?:阅读|新闻|推荐|文章|报道|评论|搜索|标签|专题|内容)[：:]?|网友评论.{0,20}|责任编辑.{0,30}"
    r"|特别声明[：:].{0,160}|notice: the content above.*|\(?原标题[：:].{0,120}|\[?(?:关键词|标签|tags?|文章标签|文章关键词)[：:].{0,120}"
    r"|(?:阅读|浏览|点击|评论|来源|时间|发布时间|日期|作者|编辑|字体|责编)(?:量|数|次数)?[：: ]{1,2}.{0,60}|.{0,20}\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?.{0,30}(?<![。！？.!?，；]))",
    re.IGNORECASE,
)
"""Whole lines that are a page's own furniture wherever they stand in it."""

END = re.compile(
    r"(?:相关(?:阅读|新闻|报道|推荐|文章|专题|链接)|推荐(?:阅读|文章|新闻)|延伸阅读|延伸 ?[·・] ?推荐|热门(?:推荐|评论|文章|新闻|阅读)(?: ?\d+ ?条)?|(?:观察员|网友|最新|全部)评论(?: ?\d+ ?条)?|我要评论|猜你喜欢|为您推荐|大家都在看|更多(?:精彩)?(?:内容|新闻|报道)"
    r"|精彩推荐|今日热点|24小时热(?:文|点|榜)|related (?:stories|articles|content|posts|news|links)|more (?:stories|news|from .{2,30}|on this story)|most (?:read|popular|viewed)"
    r"|recommended(?: for you| stories)?|you (?:may|might) also like|trending(?: now)?|popular now|comments|leave a (?:reply|comment)|related|share this:?|read next|around the web)[：:]?",
    re.IGNORECASE,
)
"""A heading below which nothing more of the article comes."""

WALL = re.compile(
    r"请(?:先)?登录|登录后|立即登录|验证码|安全验证|访问(?:过于)?频繁|环境异常|付费(?:阅读|内容)|订阅后|开通会员|会员专享|该内容已被(?:发布者)?删除|页面不存在|文章不存在|已(?:被)?删除"
    r"|(?:sign|log) ?in to|subscribe to (?:continue|read)|subscribers only|enable javascript|requires? javascript|are you a robot|access denied|verify you are|page not found|just a moment|unusual traffic",
    re.IGNORECASE,
)
"""What a page says that lets nobody in."""
