//! Chinese forms of characters (simplified, and traditional ones that Japan never used) with the form used here. They come
//! from character recognition, machine translation and Chinese keyboards. None of them is in JIS X 0208 except 乘, which is
//! what character recognition makes of 乗. Old Japanese forms are not here: they belong to names.

/// Chinese form and Japanese form, by the code points of the first; seven bytes each with the space behind them.
pub(super) const PAIRS: &str = "\
专専 业業 东東 丰豊 临臨 为為 举挙 义義 乐楽 乘乗 习習 乡郷 书書 买買 亚亜 产産 亲親 亿億 \
仅僅 仓倉 众衆 优優 伟偉 传伝 伤傷 关関 兴興 养養 农農 净浄 减減 击撃 则則 刚剛 创創 别別 \
剧劇 务務 动動 劳労 势勢 华華 协協 单単 卖売 卫衛 厅庁 历歴 压圧 县県 发発 变変 启啓 员員 \
响響 啟啓 团団 园園 图図 圆円 场場 块塊 坚堅 坛壇 处処 备備 复復 头頭 奋奮 奖奨 妇婦 孙孫 \
宁寧 实実 审審 宪憲 宽寛 对対 寻尋 导導 层層 岁歳 岛島 币幣 师師 带帯 庆慶 库庫 应応 废廃 \
开開 异異 张張 弹弾 强強 归帰 录録 彻徹 忆憶 忧憂 怀懐 态態 总総 恶悪 悬懸 惊驚 惯慣 戏戯 \
战戦 户戸 执執 扩拡 扫掃 扬揚 护護 报報 拟擬 拥擁 择択 损損 换換 摄摂 敌敵 时時 显顕 晓暁 \
暂暫 术術 杂雑 权権 构構 标標 栋棟 栏欄 树樹 样様 桥橋 检検 欢歓 毁毀 汉漢 汤湯 沟溝 泽沢 \
洁潔 测測 济済 浓濃 涂塗 润潤 渐漸 渔漁 满満 滨浜 灵霊 灾災 炼錬 烧焼 热熱 爱愛 狱獄 环環 \
现現 產産 电電 疗療 监監 盘盤 眾衆 矿鉱 础礎 确確 祸禍 离離 种種 积積 稅税 稳穏 穷窮 竞競 \
笔筆 简簡 类類 紧緊 纠糾 红紅 约約 级級 纪紀 纯純 纲綱 纳納 纵縦 纸紙 纹紋 线線 练練 组組 \
细細 织織 终終 绍紹 经経 结結 绘絵 给給 络絡 绝絶 统統 继継 绩績 绪緒 续続 维維 综総 绿緑 \
缓緩 缔締 编編 缘縁 缩縮 罗羅 罚罰 职職 肃粛 肠腸 胁脅 胜勝 脑脳 腾騰 舰艦 艺芸 节節 荣栄 \
药薬 获獲 营営 蓝藍 虑慮 补補 袭襲 见見 观観 规規 视視 览覧 觉覚 說説 计計 认認 讨討 让譲 \
训訓 议議 记記 讲講 许許 论論 设設 访訪 证証 评評 识識 诉訴 词詞 译訳 试試 话話 该該 详詳 \
语語 误誤 说説 请請 诸諸 课課 谁誰 调調 谈談 谢謝 谦謙 谨謹 谱譜 贝貝 负負 贡貢 财財 责責 \
败敗 货貨 质質 贩販 贫貧 购購 贯貫 贴貼 贵貴 贷貸 贸貿 费費 贺賀 资資 赋賦 赏賞 赖頼 赞賛 \
赠贈 跃躍 车車 轨軌 转転 轮輪 软軟 轻軽 载載 较較 辈輩 输輸 边辺 达達 迁遷 过過 运運 还還 \
进進 远遠 违違 连連 迟遅 适適 选選 递逓 遗遺 邮郵 邻隣 释釈 鉴鑑 针針 钓釣 钟鐘 钢鋼 钱銭 \
铁鉄 铃鈴 铅鉛 铜銅 银銀 铺舗 锁鎖 锅鍋 锐鋭 错錯 锦錦 键鍵 锻鍛 镇鎮 镜鏡 长長 閱閲 门門 \
闭閉 问問 闲閑 间間 闻聞 阁閣 阅閲 队隊 阳陽 阴陰 阶階 际際 陆陸 陈陳 险険 隐隠 难難 雾霧 \
韩韓 顶頂 项項 顺順 须須 顾顧 顿頓 颁頒 预預 领領 频頻 题題 颜顔 额額 风風 飞飛 饥飢 饭飯 \
饮飲 饰飾 饱飽 馆館 马馬 驱駆 驻駐 骂罵 验験 骑騎 鱼魚 鲜鮮 鲸鯨 鸟鳥 鸡鶏 鹤鶴 齐斉 龄齢 \
龙竜 ";

/// The Japanese form of a Chinese one.
pub(crate) fn japanese_form(c: char) -> Option<char> {
    // Two characters of three bytes and a space.
    let (pairs, _) = PAIRS.as_bytes().as_chunks::<7>();
    let mut form = [0; 4];
    let form = c.encode_utf8(&mut form).as_bytes();
    let at = pairs.binary_search_by(|pair| pair[..3].cmp(form)).ok()?;
    PAIRS[at * 7..].chars().nth(1)
}

#[cfg(test)]
mod tests {
    use super::super::joyo::is_joyo;
    use super::*;

    #[test]
    fn every_pair_leads_from_a_foreign_form_to_a_japanese_one() {
        let mut last = '\0';
        for pair in PAIRS.split_ascii_whitespace() {
            let (from, to) = (pair.chars().next().unwrap(), pair.chars().nth(1).unwrap());
            assert_eq!(pair.len(), 6, "{pair}");
            assert!(last < from, "{pair} is out of order");
            assert!(!is_joyo(from) && is_joyo(to), "{pair}");
            let (_, _, lossy) = encoding_rs::SHIFT_JIS.encode(&pair[..3]);
            assert!(lossy || from == '乘', "{from} is a Japanese character");
            assert_eq!(japanese_form(from), Some(to));
            last = from;
        }
    }

    #[test]
    fn japanese_characters_are_none_of_them() {
        assert!(
            "本市与和国会学区医会誉声双号万点画体蚕当乱"
                .chars()
                .all(|c| japanese_form(c).is_none())
        );
    }
}
