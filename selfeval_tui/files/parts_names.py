"""What a clerk calls the parts and elements of a file that a library may lose."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS = (
    ("xl/vbaProject", "宏"),
    ("xl/ctrlProps/", "控件"),
    ("xl/activeX/", "控件"),
    ("xl/embeddings/", "嵌入的文件"),
    ("xl/charts/", "图表"),
    ("xl/chartsheets/", "图表"),
    ("xl/pivotTables/", "数据透视表"),
    ("xl/pivotCache/", "数据透视表"),
    ("xl/slicer", "切片器"),
    ("xl/timeline", "日程表"),
    ("xl/threadedComments/", "会话式批注"),
    ("xl/richData/", "单元格里的图片或数据类型"),
    ("xl/cellimages", "单元格里的图片"),
    ("xl/queryTables/", "外部数据查询"),
    ("xl/connections", "外部数据连接"),
    ("xl/xmlMaps", "XML 映射"),
    ("xl/model/", "数据模型"),
    ("xl/customData/", "自定义数据"),
    ("xl/dialogsheets/", "对话框工作表"),
    ("xl/macrosheets/", "宏表"),
    ("xl/webextensions/", "加载项"),
    ("customXml/", "自定义 XML 数据"),
)
"""Parts by the beginning of their names, as a clerk would call them."""
DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "sp": "文本框或形状",
        "pic": "图片",
        "cxnSp": "线条",
        "graphicFrame": "图表或图形",
        "control": "控件",
        "oleObject": "嵌入的文件",
        "OLEObject": "嵌入的文件",
        "txbxContent": "文本框",
        "imagedata": "图片",
    }
)
"""Elements of drawings and sheets by their local names."""
EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        "conditionalFormatting": "扩展的条件格式",
        "dataValidation": "引用其他工作表的下拉列表",
        "sparklineGroup": "迷你图",
        "slicer": "切片器",
        "timelineRef": "日程表",
        "protectedRange": "受保护区域",
    }
)
HARMLESS = frozenset(
    {
        "phoneticPr",
        "ignoredErrors",
        "extLst",
        "dimension",
        "legacyDrawing",
        "drawing",
        "cellWatches",
        "smartTags",
        "sheetCalcPr",
        "customProperties",
        "AlternateContent",
        "controls",
        "oleObjects",
        "webPublishItems",
        "sheetData",
        "mergeCells",
        "hyperlinks",
        "dataValidations",
        "conditionalFormatting",
    }
)
"""Elements of a sheet that are compared otherwise, or that nobody sees."""
SET_UP = ("sheetPr", "sheetFormatPr", "cols", "printOptions", "pageMargins", "pageSetup")
SET_UP_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "sheetPr": "工作表属性",
        "sheetFormatPr": "行高列宽的默认值",
        "cols": "列宽",
        "printOptions": "打印选项",
        "pageMargins": "页边距",
        "pageSetup": "纸张和缩放",
        "headerFooter": "页眉页脚",
        "legacyDrawingHF": "页眉页脚里的图片",
        "picture": "工作表背景",
        "rowBreaks": "分页符",
        "colBreaks": "分页符",
        "sheetProtection": "工作表保护",
        "tableParts": "表格对象",
    }
)
DOCUMENT_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "word/header": "页眉",
        "word/footer": "页脚",
        "word/media/": "图片",
        "word/embeddings/": "嵌入的文件",
        "word/charts/": "图表",
        "word/activeX/": "控件",
        "word/vbaProject": "宏",
        "word/comments": "批注",
        "word/footnotes": "脚注",
        "word/styles": "样式",
        "word/numbering": "编号",
        "customXml/": "自定义 XML 数据",
    }
)
