"""What fictional resolutions are about: invented places and harmless subjects, zh and en.

Places do not exist. Subjects hold no operative verb and no body of ``assistant.text.bodies``, so
that the truth stays what the plan says. Their combinations give tens of thousands of topics.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a resolution is about. ``name`` stands in sentences, ``title`` in the masthead."""

    name: Words
    title: Words


_STEMS = """
阿兰达/Aranda 莫林/Morin 塔维尔/Tavel 埃索拉/Esora 卡伦/Karun 德雷文/Dreven 费洛斯/Felos
加维纳/Gavina 伊尔玛/Ilma 朱诺尔/Junor 凯索/Keso 洛梅亚/Lomea 米兰托/Miranto 诺维拉/Novira
奥斯特兰/Ostran 佩雷纳/Perena 奎洛/Quilo 里维斯/Rivis 萨维亚/Savia 托伦/Toren 乌兰萨/Uransa
维斯托/Visto 威林/Welin 泽弗尔/Zefer
""".split()
_FEATURES = """
河流域/River_Basin 群岛/Islands 盆地/Basin 高原/Plateau 海岸/Coast 湾区/Bay_Area 山区/Mountains
三角洲/Delta
""".split()
_SUBJECTS = """
潮汐观测/tidal_observation
候鸟通道保护/migratory_bird_protection
河口湿地养护/estuarine_wetland_care
古航道考察/ancient_waterway_research
海雾预报/sea_fog_forecasting
山地水源监测/mountain_spring_monitoring
雪线监测/snow-line_monitoring
蜂群保育/bee_conservation
沙丘固定/dune_stabilization
渔村档案整理/fishing-village_archiving
民间歌谣采集/folk-song_collection
传统织造/traditional_weaving
旧地图修复/the_restoration_of_old_maps
乡村邮路维护/rural_mail_delivery
灯塔养护/lighthouse_maintenance
公共时钟维修/public_clock_repair
校园果园管护/school_orchard_care
高山牧场管理/alpine_pasture_management
街头图书室服务/street_library_service
手语教学/sign-language_teaching
石桥养护/stone-bridge_maintenance
种子保存/seed_preservation
流动诊所服务/mobile_clinic_service
雨水收集/rainwater_harvesting
夜间天空观测/night-sky_observation
地方语言记录/the_recording_of_local_languages
泥炭地恢复/peatland_restoration
珊瑚苗圃管理/coral_nursery_management
河道清淤/river_dredging
步行小径维护/walking-trail_upkeep
集市度量衡校准/market_metrology
木船建造/wooden_boatbuilding
盐田管理/salt-pan_management
风车修缮/windmill_repair
口述历史/oral_history
洞穴测绘/cave_mapping
海藻养殖/seaweed_farming
天气日志编目/weather_diary_cataloguing
竹林更新/bamboo_renewal
乐器保存/musical_instrument_preservation
""".split()
_ASPECTS: tuple[tuple[str, str], ...] = (
    ("的改进", "Improvement of {}"),
    ("的可持续管理", "Sustainable management of {}"),
    ("方面的国际合作", "International cooperation in {}"),
    ("的区域普查", "Regional survey of {}"),
    ("的数据标准", "Data standards for {}"),
    ("的现状", "State of {}"),
    ("的长期资助", "Long-term funding of {}"),
    ("和青年参与", "Youth and {}"),
    ("与灾害预防", "Disaster prevention and {}"),
    ("的知识共享", "Knowledge-sharing on {}"),
    ("十年", "Decade of {}"),
    ("的后续行动", "Follow-up on {}"),
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("方面的培训", "Training in {}"),
    ("区域中心", "Regional centre for {}"),
    ("周", "Week of {}"),
    ("研究金方案", "Fellowship programme on {}"),
    ("会议的报告", "Report of the conference on {}"),
    ("的公共宣传", "Public information on {}"),
    ("方面的透明度", "Transparency in {}"),
    ("信托基金", "Trust fund for {}"),
)

TOPICS = len(_STEMS) * len(_FEATURES) * len(_SUBJECTS) * len(_ASPECTS)
PARTS = len(_PARTS)


def topic(seed: int, number: int) -> Topic:
    """The topic of resolution ``number``; different numbers below ``TOPICS`` differ in title."""
    step = 7_919 + 2 * (seed % 5_000)
    while gcd(step, TOPICS) > 1:
        step += 2
    at = (number * step + seed) % TOPICS
    at, aspect = divmod(at, len(_ASPECTS))
    at, subject = divmod(at, len(_SUBJECTS))
    stem, feature = divmod(at, len(_FEATURES))
    name = _name(_STEMS[stem], _FEATURES[feature], _SUBJECTS[subject])
    return Topic(name, _title(name, _ASPECTS[aspect]))


def headline(words: str) -> str:
    """English words capitalised as the titles of instruments are."""
    small = {"of", "in", "on", "the", "and", "for", "with"}
    return " ".join(w if w in small else w[0].upper() + w[1:] for w in words.split())


def part_topic(whole: Topic, part: int) -> Topic:
    """The topic of sub-resolution ``part`` (0 is A) of a resolution in parts."""
    phase, at = divmod(part, len(_PARTS))
    title = _title(whole.name, _PARTS[at])
    if phase:
        zh = f"{title.zh}：第{'一二三四'[phase]}阶段"
        title = Words(zh, f"{title.en}: {('second', 'third', 'fourth')[phase - 1]} phase")
    return Topic(whole.name, title)


def _name(stem: str, feature: str, subject: str) -> Words:
    (stem_zh, stem_en), (feature_zh, feature_en) = stem.split("/"), feature.split("/")
    subject_zh, subject_en = subject.replace("_", " ").split("/")
    place_en = f"{stem_en} {feature_en.replace('_', ' ')}"
    return Words(f"{stem_zh}{feature_zh}{subject_zh}", f"{subject_en} in the {place_en}")


def _title(name: Words, aspect: tuple[str, str]) -> Words:
    return Words(f"{name.zh}{aspect[0]}", aspect[1].format(name.en))
