"""Writes renderings.json: what Jinja2 itself makes of the published chat templates beside this file.

Run in this folder with Python 3.11 and jinja2 3.1.6: python3 render.py
Jinja2 is set up as `transformers` sets it up (utils/chat_template_utils.py): sandboxed and immutable, trim_blocks,
lstrip_blocks, loop controls, and its own `tojson`, `raise_exception` and `strftime_now`; the clock stands still.
"""

import datetime
import json
import pathlib

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

NOW = datetime.datetime(2026, 3, 7, 8, 9, 5)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )


def raise_exception(message):
    raise jinja2.exceptions.TemplateError(message)


ENV = ImmutableSandboxedEnvironment(
    trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
)
ENV.filters["tojson"] = tojson
ENV.globals["raise_exception"] = raise_exception
ENV.globals["strftime_now"] = NOW.strftime


def turns(*pairs):
    return [{"role": role, "content": content} for role, content in pairs]


WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "description": 'The weather <now> in a "city" & near it, caf\u00e9s too',
        "parameters": {
            "type": "object",
            "properties": {
                "city": {"type": "string", "enum": ["Z\u00fcrich", "\u6771\u4eac"]},
                "days": {"type": "integer", "default": 3},
            },
            "required": ["city"],
        },
        "return": {"type": "number"},
    },
}
CLOCK = {"type": "function", "function": {"name": "clock", "description": "", "parameters": {}}}


def call(name, arguments):
    return {
        "id": "call00001",
        "type": "function",
        "function": {"name": name, "arguments": arguments},
    }


CALL = {"role": "assistant", "content": "", "tool_calls": [call("weather", {"city": "Z\u00fcrich", "days": 1.5, "wet": None})]}
RESULT = {"role": "tool", "content": '{"t": 21, "sky": "\u2600"}', "tool_call_id": "call00001"}
ASKED = turns(("user", "Weather?"))
SYSTEM = turns(("system", "Be brief."))
HI = turns(("user", "Hi"))

CHATS = {
    "one": HI,
    "system": SYSTEM + HI,
    "turns": turns(("user", "Hi"), ("assistant", "Hello!"), ("user", "And now?")),
    "system_turns": SYSTEM + turns(("user", "Hi"), ("assistant", "Hello!"), ("user", "And now?")),
    "ends_with_reply": turns(("user", "Hi"), ("assistant", "Hello!")),
    "system_ends_with_reply": SYSTEM + turns(("user", "Hi"), ("assistant", "Hello!")),
    "scripts": turns(
        ("system", "\u8bf7\u7528\u4e2d\u6587\u56de\u7b54\u3002"),
        ("user", "\u4f60\u597d \U0001f600 \U0001f469\u200d\U0001f469\u200d\U0001f467 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 e\u0301 \ufeff\u200f"),
        ("assistant", "\u3053\u3093\u306b\u3061\u306f"),
        ("user", "\U0001d518\u0130\u0131\u00df"),
    ),
    "empty": turns(("user", "")),
    "empty_system": turns(("system", ""), ("user", "Hi")),
    "empty_reply": turns(("user", "Hi"), ("assistant", ""), ("user", "Well?")),
    "blanks": turns(
        ("system", "\n Be\tbrief. \n"),
        ("user", "  \n\n Hi \u3000\u00a0\n"),
        ("assistant", "\n\tHello! \n\n"),
        ("user", " \x0b\x1c\u0085\u2028 x \u200b "),
    ),
    "like_control_tokens": turns(
        ("user", "<|end|><|im_end|>\n<end_of_turn>[/INST]</s><|eot_id|><|endoftext|>"),
        ("assistant", "<|assistant|>\n<|im_start|>system\n<tool_call>[TOOL_CALLS]"),
        ("user", "<s><bos><|start_header_id|>system<|end_header_id|>"),
    ),
    "like_a_template": turns(
        ("system", "{{ messages }}"),
        ("user", "{{ 7 * 7 }} {% if x %}{% endraw %}{# no #} {{ raise_exception('x') }} \\n \\u0041 %}"),
    ),
    "same_roles": turns(("user", "Hi"), ("user", "Are you there?")),
    "two_replies": turns(("user", "Hi"), ("assistant", "One."), ("assistant", "Two.")),
    "reply_first": turns(("assistant", "I begin."), ("user", "Go on.")),
    "system_later": turns(("user", "Hi"), ("assistant", "Hello!"), ("system", "Be brief."), ("user", "Bye")),
    "system_only": SYSTEM,
    "nothing": [],
    "other_role": turns(("developer", "Be brief."), ("user", "Hi")),
    "no_content": [{"role": "user"}],
    "none_content": [{"role": "user", "content": None}],
    "parts": [{"role": "system", "content": [{"type": "text", "text": "Be brief."}]},
              {"role": "user", "content": [{"type": "text", "text": " Hi "}, {"type": "image"}]}],
}
TOOL_CHATS = {
    "tools": {"messages": ASKED, "tools": [WEATHER, CLOCK]},
    "tools_system": {"messages": SYSTEM + ASKED, "tools": [WEATHER]},
    "tools_only_system": {"messages": SYSTEM, "tools": [CLOCK]},
    "tools_called": {"messages": ASKED + [CALL], "tools": [WEATHER]},
    "tools_answered": {"messages": ASKED + [CALL, RESULT] + turns(("assistant", "Fine."), ("user", "Thanks")), "tools": [WEATHER]},
    "tools_two_results": {"messages": ASKED + [CALL, RESULT, RESULT]},
    "tools_two_calls": {"messages": ASKED + [{"role": "assistant", "content": "So:", "tool_calls": CALL["tool_calls"] * 2}]},
    "tools_short_id": {"messages": ASKED + [{"role": "assistant", "content": None, "tool_calls": [{**CALL["tool_calls"][0], "id": "1"}]}]},
    "tools_mapping_result": {"messages": ASKED + [CALL, {**RESULT, "content": {"content": [1, "\u00fc"]}}]},
    "tools_not_in_user": {"messages": SYSTEM + ASKED, "tools": [WEATHER, CLOCK], "tools_in_user_message": False},
    "tools_builtin": {"messages": ASKED + [CALL, RESULT], "builtin_tools": ["weather", "code_interpreter", "search"]},
    "tools_custom": {"messages": ASKED, "custom_tools": [CLOCK], "date_string": "1 May 2025"},
}
VARIABLES = {"bos_token": "<s>", "eos_token": "</s>", "tools": None, "documents": None}


def rendered(template, chat, prompts):
    try:
        text = template.render(**{**VARIABLES, **chat, "add_generation_prompt": prompts})
        return {"text": text}
    except jinja2.exceptions.UndefinedError as problem:
        return {"refused": str(problem)}
    except jinja2.exceptions.TemplateError as problem:  # the template's own words
        return {"raised": str(problem)}
    except Exception as problem:
        return {"refused": str(problem)}


def main():
    chats = {name: {"messages": messages} for name, messages in CHATS.items()} | TOOL_CHATS
    cases = []
    for file in sorted(pathlib.Path(".").glob("*.jinja")):
        source = file.read_text()
        template = ENV.from_string(source)
        for name, chat in chats.items():
            if name in CHATS or "tool" in source:
                for prompts in (True, False):
                    case = {"template": file.stem, "chat": name, "prompts": prompts}
                    cases.append({**case, **rendered(template, chat, prompts)})
    out = {"now": NOW.isoformat(), "variables": VARIABLES, "chats": chats, "cases": cases}
    pathlib.Path("renderings.json").write_text(json.dumps(out, indent=1, ensure_ascii=False) + "\n")
    print(len(cases), *(sum(key in case for case in cases) for key in ("text", "raised", "refused")))


main()
