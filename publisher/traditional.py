"""Traditional characters: told from simplified ones, and read as their simplified kin.

So every table is written once.

Only the characters that the tables of this package use: numbers, ranks, addresses, thanks. Each
has one kin, so texts keep their length and offsets stay true.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

_PAIRS = (
    "們们 誌志 謝谢 領领 導导 長长 師师 學学 員员 會会 書书 記记 報报 講讲 "
    "話话 發发 總总 結结 後后 題题 問问 來来 賓宾 貴贵 鄉乡 親亲 愛爱 專专 "
    "單单 個个 點点 條条 項项 議议 節节 編编 塊块 應应 讓让 則则 為为 當当 "
    "嚴严 強强 內内 資资 場场 聲声 請请 張张 審审 評评 見见 黨党 課课 體体 "
    "職职 責责 務务 業业 團团 隊队 辭辞 詞词 賀贺 歡欢 樂乐 獻献 國国 揚扬 "
    "過过 儀仪 動动 關关 鍵键 啟启 驗验 經经 兩两 聯联 絡络 類类 語语 論论 "
    "註注 參参 獎奖 時时 對对 與与 開开 頭头 這这 現现 進进 轉转 間间 級级 "
    "線线 產产 號号 樓楼 層层 組组 區区 億亿 萬万 絕绝 聽听 說说 設设 備备 "
    "邊边 從从 終终 圓圆 滿满 禮礼 畢毕 錄录 縣县 鎮镇 廳厅 處处 廠厂 醫医 "
    "園园 館馆 財财 機机 構构 辦办 協协 鬥斗 戰战 藝艺 歲岁 幾几 麼么 寫写 "
    "討讨 標标 準准 實实 歷历 術术 養养 護护 衛卫 險险 戶户 緊紧 須须 據据 "
    "電电 腦脑 視视 頻频 華华 夥伙 壇坛"
).split()
SIMPLIFIED = {ord(pair[0]): pair[1] for pair in _PAIRS}

_TRADITIONAL = frozenset(map(chr, SIMPLIFIED))
_SIMPLIFIED = frozenset(SIMPLIFIED.values())
_MOST = 9
"""A traditional text has so many times more of the traditional characters than of their kin, of
which some (后, 几) are traditional characters of their own."""


def is_traditional(text: str) -> bool:
    """Whether ``text`` as a whole is written in traditional characters."""
    if _TRADITIONAL.isdisjoint(text):
        return False
    counts = Counter(text)
    traditional = sum(count for char, count in counts.items() if ord(char) in SIMPLIFIED)
    return traditional > _MOST * sum(counts[char] for char in counts.keys() & _SIMPLIFIED)


@lru_cache(maxsize=1024)  # each stage asks for the same texts
def simplified(text: str) -> str:
    """``text`` with the traditional characters of the tables as simplified ones, as long as it."""
    return text if _TRADITIONAL.isdisjoint(text) else text.translate(SIMPLIFIED)
