"""Where well-known houses keep an article in their pages, and by which words a page names what is not part of it."""

import re
from functools import lru_cache

from bot.core.scripts import simplified

DROPPED_TAGS = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "audio"),
        *("video", "map", "nav", "button", "input", "select", "textarea", "dialog", "menu", "head", "link", "meta"),
    }
)
"""Nothing in them is an article. An `embed` is not among them: parsers put into it all that follows."""

FURNITURE_TAGS = frozenset({"aside", "footer", "form"})
"""They are furniture where they hold a small part of the page: an old page may stand in a form from head to foot."""

PARAGRAPHS = frozenset(
    {
        *("p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "figcaption"),
        *("span", "a", "b", "strong", "em", "font", "br"),
    }
)
"""An article is never narrowed down to one of them."""

SIGNATURES = frozenset({"author", "byline", "author-name", "article-author", "byline-name", "post-author"})
"""Classes of whoever wrote an article."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

PARTS = frozenset({"ul", "ol", "dl", "li", "dd", "table", "thead", "tbody", "tr"})
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
    '//*[@itemprop="articleBody"]',  # schema.org
)
"""The element that is an article's text, in the order in which they are believed, with the houses that have it."""

_HOME = (
    r"\b(?:art|article|entry|post|story|news|content|detail|text|main)[-_]?"
    r"(?:context|content|body|text|detail|con|cont|main)"
)
_TEXT = r"article|content|body|text|main|story|entry|post|detail|正文|neirong|zhengwen"
_COMMENTS = (
    r"(?:^|[\s_-])(?:comments?|commentlist|reactions?|disqus|pinglun|liuyan|cmts?|gentie|kommentare?|commentaires?|comentarios?"
    r"|reponses?|replies|talkback)(?![a-z])"
)
_SURELY = (
    r"(?:^|\s)(?:aside|side-?bar|related|recommend|footer|navigation|forum|respond|next-articles?|tuijian|xiangguan"
    r"|more-(?:stories|articles|news))(?:$|[\s_-])"
)
_NOT_TEXT = (
    r"comment(?!a)|reaction|pinglun|disqus|feedback|jubao|report-?btn|vote|digg|praise",  # what readers say and press
    r"related|relate[-_ ]|relevant|recommend|tuijian|xiangguan|hot[-_]?(?:news|list|rank)|ranking|trending|popular",
    r"read-?more|more[-_](?:from|on|news|stories)|most-|(?<!elementor-)widget|outbrain|taboola|prev|next[-_]|pager|pagination|page-?nav",
    r"share|social|print[-_]|[-_]print|download|open-?app|launch|qr[-_]?code|erweima|appendqr|newsletter|subscri",
    r"login|signup|popup|modal|cookie|skip|hidden-accessible|sr-only|visually-?hidden",  # what lies above the page
    r"right[-_]?(?:col|rail|bar|side)|(?:col|rail|column)[-_]right|(?:^|\s)(?:is-)?hidden(?:$|\s)|\bd-none\b",
    r"(?<!with[-_])(?<!has[-_])(?<!no[-_])side[-_]?bar|aside|foot(?:er|[-_]|\b)|breadcrumb|crumb|masthead|navbar|nav[-_]|[-_]nav\b|\bnav\b|menu|toolbar",
    r"promo|sponsor|advert|\bads?\b|\bad[-_]|(?<!has)(?<!with)(?<!no)[-_]ads?\b|banner|infobox-?ad",
    r"copyright|copy[-_]?right|disclaim|statement|shengming|yuanbiaoti|\btags?\b|taglist|keyword",
    r"caption|byline|credit|article-editor|(?<![\w-])editor(?:s|-name)?\b|\bedit\b|show_author|reporter-info|timestamp|dateline",
    r"author-?(?:info|bio|box|card|desc|detail|profile|about)|about-?author|bio\b|(?:audio|video|media|music)-?player|\bplayer\b|video-?(?:box|info|list)|gall?ery(?!-item)|slideshow",
    r"\b(?:robots-)?no-?content\b|no-?print\b|hidden-print|instagram-media|access-cta|white-?paper|lead-?gen",
)
_BESIDE = r"video|media|image|photo|picture|pic\b|thumb|author|meta|\brail\b|side|bucket|teaser|promo|head-?line"

_FURNITURE = (
    r"advertisement|advertising|sponsored(?: content)?|scroll to continue|story continues below.*|广告",
    r"continue reading.*|read more[:.»… ]?|see also:?.{0,90}",
    r"(?:read|see|watch|listen|click|also|more|related)(?: \w+){0,2}: .{4,120}(?<![.!?])",
    r"related(?: (?:stories|articles|content|coverage|topics|news|posts|video))?:?",
    r"share(?: this)?(?: (?:article|story|page|on .{3,20}))?|like this:?|loading\.*|text size|reset|wrap up:?",
    r"print|e-?mail|tweet|facebook|twitter|reddit|linkedin|whatsapp|pinterest|reply",
    r"comments?(?: \(\d+\))?|\d+ comments?|(?:next|previous) (?:page|story|article)",
    r"[\d,.]+ (?:views|shares|reactions|likes|retweets)",
    r"(?:getty images|ap photo|reuters|afp|photo|image|picture|credit|video)[:/ ].{0,80}",
    r".{0,60}(?:/getty images|/ap photo|/reuters|/afp)",
    r"[\d+ ]{1,6}|(?:\[\+\] )?enlarge|story highlights",
    r"(?:™ ?& ?)?(?:©|\(c\)|copyright).{0,220}|all rights reserved.{0,120}|this material may not be published.*",
    r"(?:sign up|subscribe|follow us|follow .{2,40} on|follow @|like us|get the latest|download the).{0,140}",
    r"get .{2,60} inbox.{0,60}",
    r"by:? (?-i:[A-Z][\w.'’-]+)(?: (?-i:[A-Z])[\w.'’-]+){1,3}(?:,.{0,40})?",
    r"(?:published|updated|posted|last (?:modified|updated)|first published|publié|mis à jour)(?: on)?[: ].{0,60}",
    r"[（(【\[]?(?:打开|下载|前往|立即下载|点击打开).{0,10}(?:app|客户端).{0,30}[）)】\]]?",
    r"分享(?:到|至|给).{0,40}|分享|收藏|点赞|举报|评论|打印|复制链接|大字|小字|字[号级](?:设定|大小)?.{0,12}|a-|a\+|\+1|图集|标签",
    r"返回(?:首页|顶部|列表|搜狐.{0,10})|[上下]一?[篇页](?:[：: ].{0,60})?|延伸 ?[·・] ?推荐",
    r"(?:点击|展开|加载|查看)(?:加载)?(?:全文|更多|全部|剩余.{0,10}|阅读全文)|阅读全文|展开阅读全文|.{0,14}点【?在看】?.{0,10}",
    r"(?:相关|热门|推荐|精彩|延伸|更多)(?:阅读|新闻|推荐|文章|报道|评论|搜索|标签|专题|内容)[：:]?|网友评论.{0,20}",
    r"现在位置.{0,60}|(?:您|你)?(?:的|所在的)?(?:当前)?位置[：:].{0,80}",
    r"(?:.{0,80} uses? cookies|by continuing (?:to (?:browse|use)|your browsing)).{0,140}",
    r"this page is best viewed in .*|.{0,30}this copy is for your personal, non-commercial use.*",
    r"(?:本(?:新闻|网站|[站文报网]).{0,60})?版权所有.{0,120}|本新闻文字、照片.{0,120}|请继续往下阅读.{0,9}|看更多.{0,20}",
    r"(?:ios|android) ?载点.{0,60}|.{0,20}(?:下载|用) ?app看新闻.{0,60}|weiterlesen[.…]*|lire la suite[.…]*",
    r"[^。！？]{4,120}[（(【](?:[^（）()]{0,20}(?:摄|提供|供图|配图)|(?:图|图片|照片|翻摄|摄影)[^（）()。]{0,30})[）)】]",
    r"left|right|previous|next|close|menu|search|toggle caption|advertisement",
    r"特别声明[：:].{0,160}|notice: the content above.*|责任编辑.{0,30}|[（(]?原标题[：:].{0,120}",
    r"\[?(?:关键[词字]|标签|tags?|文章标签|文章关键词)[：:].{0,120}",
    r"(?:(?:阅读|浏览|点击|评论)(?:量|数|次数)|来源|发布时间|发布日期|字体|责编)[：: ]{1,2}.{0,60}",
)
_DATELINES = (
    r"(?:\w{3} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \d\d [\d:]{8} [a-z]{3,4} \d{4}",
    r"(?:\w{3,9},? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}.{0,30}(?<![.!?])",
    r"(?:\w{3,9},? )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}.{0,30}(?<![.!?])",
    r".{0,20}\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?.{0,30}(?<![。！？.!?，；])",
)
_END = (
    r"相关(?:阅读|新闻|报[道导]|推荐|文章|专题|链接)|推荐(?:阅读|文章|新闻)|延伸阅读|(?:看)?更多.{0,8}新闻|留言",
    r"延伸 ?[·・] ?推荐|猜你喜欢|为您推荐|大家都在看",
    r"热门(?:推荐|评论|文章|新闻|阅读)(?: ?\d+ ?条)?|(?:观察员|网友|最新|全部)评论(?: ?\d+ ?条)?|我要评论",
    r"更多(?:精彩)?(?:内容|新闻|报道)|精彩推荐|今日热点|24小时热(?:文|点|榜)",
    r"related(?: (?:stories|articles|content|posts|news|links))?|more (?:stories|news|from .{2,30}|on this story)",
    r"most (?:read|popular|viewed)|recommended(?: for you| stories)?|you (?:may|might) also like|trending(?: now)?",
    r"about (?:the )?authors?|mehr zum thema|das könnte (?:sie|dich) auch interessieren",
    r"(?:ähnliche|verwandte|weitere|mehr) (?:artikel|beiträge|themen)|kommentare?|lesen sie auch",
    r"(?:à )?lire aussi|sur le même sujet|articles (?:similaires|liés)|commentaires?|noticias relacionadas",
    r"te puede interesar|comentarios|leia (?:também|mais)|関連記事|あわせて読みたい|관련 ?기사",
    r"popular now|comments|leave a (?:reply|comment)|share this:?|read next|around the web",
)
_WALL = (
    r"请(?:先)?登录|登录后|立即登录|验证码|安全验证|访问(?:过于)?频繁|环境异常|付费(?:阅读|内容)|订阅后|开通会员|会员专享",
    r"该内容已被(?:发布者)?删除|页面不存在|文章不存在|已(?:被)?删除",
    r"(?:sign|log) ?in to|subscribe to (?:continue|read)|subscribers only|enable javascript|requires? javascript",
    r"are you a robot|access denied|verify you are|page not found|just a moment|unusual traffic",
)
_LONGEST = 240


@lru_cache
def _any(*words: str) -> re.Pattern[str]:
    """Compiles a table when the first page is read, so that no start waits for it."""
    return re.compile("|".join(words), re.IGNORECASE)


def names_home(names: str) -> bool:
    """Tells whether an element's class or id says that it holds an article."""
    return bool(_any(_HOME).search(names))


def names_text(names: str) -> bool:
    """Tells whether one says that it may be text."""
    return bool(_any(_TEXT).search(names))


def names_comments(names: str) -> bool:
    """Tells whether one says that readers speak there."""
    return bool(_any(_COMMENTS).search(names))


def is_surely_furniture(names: str) -> bool:
    """Tells whether one says so by a word of its own, so that it may be more than the article."""
    return bool(_any(_SURELY, _COMMENTS).search(names))


def names_furniture(names: str) -> bool:
    """Tells whether one says that it is not the article; believed only of a small part of a page."""
    return bool(_any(*_NOT_TEXT, _SURELY).search(names))


def names_beside(names: str) -> bool:
    """Tells whether one says that it is no part of the article, where the article is known without it."""
    return bool(_any(*_NOT_TEXT, _BESIDE).search(names))


def is_furniture(line: str) -> bool:
    """Tells whether a whole line is a page's own furniture, wherever it stands in it."""
    return len(line) <= _LONGEST and bool(_any(*_FURNITURE).fullmatch(simplified(line)))


def is_dateline(line: str) -> bool:
    """Tells whether a line is nothing but a date and who printed it, as it stands below a title."""
    return len(line) <= _LONGEST and bool(_any(*_DATELINES).fullmatch(line))


def is_end(heading: str) -> bool:
    """Tells whether nothing more of the article comes below a heading."""
    return bool(_any(*_END).fullmatch(simplified(heading.strip("：: 　▲▼▶■◆●"))))


def is_wall(text: str) -> bool:
    """Tells whether a page says that it lets nobody in."""
    return bool(_any(*_WALL).search(text))
