"""Lists the characters and words by which names are told from what only stands beside them."""

_EMPTY_LISTED = """
同比 环比 日均 总量 数量 对方 普通人 第一 第二 第三 全称 简称 约合 责令 坦言 新年伊始 有关部门
负责人 工作人员 相关人士 知情人士 发言人 当事人 新闻 报告 数据 专家 机构 平台 用户 主角 一方 双方
多方 各方 事件 事项 业内人士 小编 笔者 网站 单位 个人 机会 能力 过程 作用 意义 大家伙 总裁 总经理
董事长 先生 女士 本次 首日 首次 首场 首批 首个 译者注 原谅 广度 深度 力度 运转 高标准 下场 实属
建设 新建 兴建 知情 人士 结果显示 校长 去年同期 依法 通报 情况通报 网传 发文 单日 全年 上年 同期 热线 百分点 月份
下降 上升 增长 增加 减少 下滑 提高 降低
打造 关心 顶尖 新任 外国 考量 效力 思路 案发 发动 处理结果 旗下 男子 女子 路人 众人 同学 夫妇 夫妻俩
邮编 地址 电话 传真 邮箱 附件
新闻记者 本报记者 特约记者 实习记者 实习生
祝贺 预计 媒体报道 主持会议 印发 副总裁 时说 途经 途径 遭遇 面向 会见 拜会 参拜 祭拜 驶往 运往 销往 发往 派往 增派
敬献 构筑 领会 弘扬 助力 共庆 欢度 欢庆 晋升 晋级 对付 聚焦 重启 开启 深化 优化 牵手 落户
外界 画面 家属 二人 警方 盟友 消息人士 对面 宁可 限度 汇报 上门 消极 达成协议 研制 重塑 深层 根本性 抚平
炮制 站队 涉案 供述 观赛
脖颈 履历 港币 日元 韩元 卢布 港元
吐槽 拉升 抹平 纠治 反省 上车 传导 违规 加注 援引 助推 误导 滑动 落网 现身 背锅 出片
以内 以外 之外 大喜 降格 缺席 曝光 围观 亮相 上线 发声 看点 亮点 幅度 名义 举动 做法 说法 看法 难题
"""
EMPTY = frozenset(_EMPTY_LISTED.split())
"""Nouns that name nothing by themselves."""

JOINTS = frozenset(
    "的了和是相在与及对为将被把让向从到于以之其也都就而或等但有不这那我你他她它说称并个年月日时中上下里外前后"
    "者长员某位名次家由受经使令据随着过可会能要还又再更最很太已曾正仅只同跟比共赴访至自均所该各每两多几约近超达副原级岁约按用做去来叫请找问看想别因作"
)
"""Seldom a part of the name they stand beside."""

PARTICLES = frozenset("吗呢吧啊呀嘛啦哦哈嗯咱您俩没别再却")
"""Never a part of a name, though nothing joins by them."""

_VAGUE_LISTED = """
态势 高水平 总体 伟业 历史性 机遇 金额 议题 大面积 总数 主旨 进程 体系 符合条件 针对性 代表性 建设性 单方面 专题 专场
局面 大局 大力 契机 新篇章 典范 大部地区 新一轮 区间 头号
阶段性 综合性 总和 体会 作出贡献 同比增加 关键时刻 周边地区 收官 魅力 高点
爸爸 妈妈 父亲 母亲 父母 爷爷 奶奶 哥哥 姐姐 弟弟 妹妹 大哥 大姐 儿子 女儿 孩子 丈夫 妻子 老公 老婆 家人
家里人 亲戚 亲友 男女 男性 女性 男人 女人 男孩 女孩 老人 年轻人 大妈 大爷 阿姨 叔叔 朋友 好友 同事 邻居 客人
主人 前者 后者 违者 获得者 业务 主营业务 差异 口径 体量 量级 高位 低位 通稿 热度 群体 词汇 氛围 症状 局势 形势
玩家 巨头 大厂 情谊 全世界 航程 品类 机型 集体 团伙 团队 底端 顶端 尾部 头部 作品 主办方 厂家 厂商 商家 类别
视角 角度 主观 客观 真人 国运 美丽 光鲜 体面 负面 正面 负面影响 影响力 表态 核查 核实 排查
忠于 才刚 徒手 高管 高官 高层 外长 外交部长 上将 中将 少将 司令 元首 首脑 领袖 总理 总统
首相 部长 局长 市长 省长 县长 书记 院长 会长 主任 队长 教练 老师 医生 护士 律师 法官 司机 店员 员工 职员 工人
农民 居民 村民 市民 群众 民众 观众 听众 读者 粉丝 顾客 客户 消费者 参与者 从业者 求职者 投资者 当事者 受害者
嫌疑人 犯罪嫌疑人 伤者 死者 逝者 幸存者 志愿者 目击者 知情者 运营者 创作者 使用者 候选人 继承人 合伙人 创始人
真金白银 蛋糕 温床 克拉 欧元 美元 英镑 上半年 下半年 一季度 二季度 三季度 四季度 本周 上周 下周 周末 月底 年底
年初 季度 对华 涉港 涉台 对台 驻华 访华 涉华 涉疆 对美 对日 美化 饰演 主演 出演 打击 调控 报警 回弹 突击 分化
分层 试探 过度 波动 官方 结论 想念 怀念 提议 通用 防卫 声量 口碑 质量 数目 数字 比例 占比 均价 单价 价格 成本
利润 收入 费用 开支 销量 产量 规模 水平 标准 要求 条件 因素 原因 理由 方案 计划 措施 手段 目标 目的 任务 阶段
步骤 环节 流程 场景 场合 场所 现场 地点 位置 区域 范围 空间 背景 细节 重点 焦点 热点 关系 联系 区别 矛盾 冲突
压力 动力 阻力 风险 危机 挑战 机制 制度 规则 原则 概念 观点 理念 态度 情绪 心态 心境 感觉 印象 记忆
状况 心理 施政 政绩 公式 案件 成绩 专业 偏差 证据 伤口 裂口 逆流 安宁 人数 手里 噩梦 动作 财政 马路 鞋子
"""
VAGUE = frozenset(_VAGUE_LISTED.split())
"""Nouns that say too little by themselves, and may be a part of what does: 标准 体系."""

ACTS = frozenset(
    ("封锁", "挑战", "抗议", "战胜", "对阵", "突破", "整治", "任命", "指控", "参观", "增持", "减持", "提振")
)
"""What is done to the name behind, though by itself it is a noun."""

RANKS = ("总统", "国王", "女王", "王储", "王子", "公主", "教皇", "飓风", "台风", "门将", "国脚")
"""Who or what the name behind is, as `OFFICES`."""

ACTING = frozenset("抵沿距往驶离靠替获待售占助援涨跌罚判抓救愿遭较给修朝办设买卖增破查种类侧滩峡起")
"""The same in one character, and what only ends the word before."""

FOLLOWS = frozenset(("日益", "全面", "整体", "急需", "投产", "通车", "获批", "一带"))
FOLLOWING = frozenset("占却埋将称暨大新旧成")
"""What is told of the name before, in words and in one character."""

GOES_ON = frozenset("排同与和向对为在于被把给让入出到过往至")
"""A word that nobody knows and that ends so goes on with what somebody does it to or with: 愿同, 搬入."""

PLACES = frozenset("州省市县区镇村乡岛")
MINISTRIES = frozenset("部局厅委署")
KINDS = PLACES | MINISTRIES | frozenset("港站桥馆令号")
"""A name that one of these always follows ends with it: 别尔哥罗德 州."""

ENDS = frozenset("省市县区州镇乡村号队式型届")
"""Of places, ships, teams, models: never the beginning of a name."""

COUNTS = frozenset("一二三四五六七八九十两几多单双全")
AMOUNTS = frozenset("万亿颗枚艘辆")
"""An unknown word that begins so counts something: 亿英镑, 万辆, 颗卫星."""

NO_BEGINNING = ENDS | AMOUNTS | ACTING
INSIDE = frozenset("上下里中内前后时")
TAILS = frozenset("上下里中时后前内们的了达至过起间约某停")
"""What an unknown word ends in is none of its own."""

POINTERS = frozenset("我你他她它这那某各每该其本此")
OFFICES = frozenset("长员席理官授士者人师家手裁监记委首相任爷奶姥爸妈哥姐弟妹嫂叔伯婶姨姑舅红友主工生星")
"""What a person is called by ends so; the name after it stands by itself."""

PERSONS = frozenset("家人者师员授士生长官")
"""The same, of whom hardly anything else is called."""

SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙段钱汤尹黎贺龚庞樊殷施陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦"
)
_BODIES_LISTED = """
公司 集团 中心 银行 大学 学院 医院 中学 小学 研究院 研究所 实验室 委员会 基金会 协会 法院 检察院 交易所
证券 保险 总局 机场 车站 大桥 高铁 铁路 高速 水库 大坝 港口 公园 博物馆 图书馆 美术馆 体育馆 政府
联盟 俱乐部 科技 股份 汽车 电子 半导体 生物 医药 能源 电力 石油 航空 传媒 影业 论坛 峰会 博览会
运动会 世界杯 锦标赛 联赛 新区 开发区 自治区 半岛 海峡 群岛 山脉 盆地 电站
"""
_PARTS_LISTED = """
地带 当局 主义 总台 管理局 监督局 管理部 农村部 建设部 资源部 保障部 安全部 宣传部 统战部 社会保障部
"""
PARTS = frozenset(_PARTS_LISTED.split())
"""What is said of bodies and places and is no name without the word before."""

BODIES = PARTS.union(_BODIES_LISTED.split())
"""Kinds of bodies and places: names together with the word before them, little without."""

SOUNDS = frozenset(
    "汗朔别龙阿埃艾安奥巴拜贝本比彼宾波伯勃博布查达戴丹德登迪蒂丁杜顿多厄恩尔法菲费芬弗福夫富盖戈格古哈汉赫亨胡霍基吉加贾金卡凯坎康"
    "科克肯库夸昆拉莱赖兰朗劳勒雷里利莉列林隆鲁卢伦罗洛马麦曼梅蒙米密莫默姆穆纳奈内尼涅努诺欧帕潘佩彭皮普齐奇恰乔切琴萨塞桑瑟"
    "沙舍申圣施什史斯松苏索塔泰坦汤特滕提图托瓦万旺威维韦温沃乌西希谢辛休雅亚扬耶叶伊因尤约泽扎詹兹佐茨唐连门甘凡娜娃妮莎丽丝薇琳杰烈撒玛黛芭茜蕾瑙冯略娅"
)
"""What foreign names are written with."""
