"""Writes reference.json: what Jinja2 itself makes of the templates and expressions below.

Run in this folder with jinja2 3.1.6: python3 reference.py MODELS
where MODELS is the folder `models/` of the project. Jinja2 is set up as `transformers` sets it up: sandboxed and
immutable, trim_blocks, lstrip_blocks, loop controls, and its own `tojson` and `strftime_now`; the clock stands still. All templates except those of the three model
folders were written for this test, in the style of well-known families.
"""

import datetime
import json
import pathlib
import sys

from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Generation(Extension):
    tags = {"generation"}

    def parse(self, parser):
        next(parser.stream)
        return parser.parse_statements(["name:endgeneration"], drop_needle=True)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(
        value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys
    )


def raise_exception(message):
    raise ValueError(message)


ENV = ImmutableSandboxedEnvironment(
    trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", Generation]
)
ENV.filters["tojson"] = tojson
ENV.globals["raise_exception"] = raise_exception
ENV.globals["strftime_now"] = datetime.datetime(2026, 3, 7, 8, 9, 5, 60).strftime

PHI = """{% for message in messages %}
{% if message['role'] == 'system' and message['content'] %}
{{ '<|system|>\\n' + message['content'] + '<|end|>\\n' }}
{% elif message['role'] == 'user' %}
{{ '<|user|>\\n' + message['content'] + '<|end|>\\n' }}
{% elif message['role'] == 'assistant' %}
{{ '<|assistant|>\\n' + message['content'] + '<|end|>\\n' }}
{% endif %}
{% endfor %}
{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% else %}{{ eos_token }}{% endif %}"""

CHATML = """{%- if messages[0].role == 'system' -%}
    {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
{%- else %}
    {{- '<|im_start|>system\\nYou are helpful.<|im_end|>\\n' }}
{%- endif %}
{%- set ns = namespace(last=messages|length - 1, found=false) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if not ns.found and message.role == "user" and message.content is string and not (message.content.startswith('<tool>') and message.content.endswith('</tool>')) %}
        {%- set ns.found = true %}
        {%- set ns.last = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content if message.content is string else '' %}
    {%- if message.role == 'user' or (message.role == 'system' and not loop.first) %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == 'assistant' %}
        {%- set thought = '' %}
        {%- if '</think>' in content %}
            {%- set thought = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
            {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {%- if loop.index0 > ns.last and (loop.last or (not loop.last and thought)) %}
            {{- '<|im_start|>' + message.role + '\\n<think>\\n' + thought.strip('\\n') + '\\n</think>\\n\\n' + content.lstrip('\\n') }}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {%- generation %}{{- '<|im_end|>\\n' }}{%- endgeneration %}
    {%- elif message.role == "tool" %}
        {%- if loop.first or (messages[loop.index0 - 1].role != "tool") %}
            {{- '<|im_start|>user' }}
        {%- endif %}
        {{- '\\n<tool_response>\\n' }}
        {{- content }}
        {{- '\\n</tool_response>' }}
        {%- if loop.last or (messages[loop.index0 + 1].role != "tool") %}
            {{- '<|im_end|>\\n' }}
        {%- endif %}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
{%- endif %}
"""

LLAMA2 = """{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}{% else %}{% set loop_messages = messages %}{% set system_message = false %}{% endif %}{% for message in loop_messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate user/assistant/user/...') }}{% endif %}{% if loop.index0 == 0 and system_message != false %}{% set content = '<<SYS>>\\n' + system_message + '\\n<</SYS>>\\n\\n' + message['content'] %}{% else %}{% set content = message['content'] %}{% endif %}{% if message['role'] == 'user' %}{{ bos_token + '[INST] ' + content.strip() + ' [/INST]' }}{% elif message['role'] == 'assistant' %}{{ ' ' + content.strip() + ' ' + eos_token }}{% endif %}{% endfor %}"""

LLAMA3 = """{{- bos_token }}
{%- if custom_tools is defined %}
    {%- set tools = custom_tools %}
{%- endif %}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}
        {%- set date_string = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set date_string = "26 Jul 2024" %}
    {%- endif %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}
{#- The system message is taken out. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{{- "Today Date: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif message.role == "tool" or message.role == "ipython" %}
        {{- "<|start_header_id|>ipython<|end_header_id|>\\n\\n" }}
        {%- if message.content is mapping or message.content is iterable %}
            {{- message.content | tojson }}
        {%- else %}
            {{- message.content }}
        {%- endif %}
        {{- "<|eot_id|>" }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}
{%- endif %}
"""

MISTRAL = """{%- set default_system = "Be \\"kind\\"." %}
{{- bos_token }}

{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content'] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set system_message = default_system %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{{- '[COUNT]' ~ user_messages | length ~ '[/COUNT]' }}
{%- for message in loop_messages %}
    {%- if message["role"] == "user" %}
        {%- if loop.last and system_message is defined %}
            {{- "[INST] " + system_message + "\\n\\n" + message["content"] + "[/INST]" }}
        {%- else %}
            {{- "[INST] " + message["content"] + "[/INST]" }}
        {%- endif %}
    {%- elif message["role"] == "assistant" %}
        {{- " " + message["content"]|trim + eos_token}}
    {%- elif message["role"] in ["tool_results", "tool"] %}
        {{- '[TOOL_RESULTS] {"content": ' + message.content|tojson + '}[/TOOL_RESULTS]' }}
    {%- else %}
        {{- raise_exception("Only user and assistant roles are supported!") }}
    {%- endif %}
{%- endfor %}
"""

GEMMA = """{{ bos_token }}
{%- if messages[0]['role'] == 'system' -%}
    {%- if messages[0]['content'] is string -%}
        {%- set first_user_prefix = messages[0]['content'] + '\\n\\n' -%}
    {%- else -%}
        {%- set first_user_prefix = messages[0]['content'][0]['text'] + '\\n\\n' -%}
    {%- endif -%}
    {%- set loop_messages = messages[1:] -%}
{%- else -%}
    {%- set first_user_prefix = "" -%}
    {%- set loop_messages = messages -%}
{%- endif -%}
{%- for message in loop_messages -%}
    {%- if (message['role'] == 'assistant') -%}
        {%- set role = "model" -%}
    {%- else -%}
        {%- set role = message['role'] -%}
    {%- endif -%}
    {{ '<start_of_turn>' + role + '\\n' + (first_user_prefix if loop.first else "") }}
    {%- if message['content'] is string -%}
        {{ message['content'] | trim }}
    {%- elif message['content'] is iterable -%}
        {%- for item in message['content'] -%}
            {%- if item['type'] == 'image' -%}
                {{ '<start_of_image>' }}
            {%- elif item['type'] == 'text' -%}
                {{ item['text'] | trim }}
            {%- endif -%}
        {%- endfor -%}
    {%- else -%}
        {{ raise_exception("Invalid content type") }}
    {%- endif -%}
    {{ '<end_of_turn>\\n' }}
{%- endfor -%}
{%- if add_generation_prompt -%}
    {{'<start_of_turn>model\\n'}}
{%- endif -%}
"""

FALCON = """{% macro line(role, text='', end="\\n") %}
{{ role|title }}: {{ text }}{{ end }}
{%- endmacro %}
{% for m in messages if m.role != 'system' %}
  {%+ if loop.first %}First {% endif %}
  {{ line(m.role, m.content) }}
  {% if loop.index > 3 %}{% break %}{% endif %}
{% else %}
nobody spoke
{% endfor %}
{# a comment #}
{% raw %}{{ untouched }}{% endraw %}

"""

USER = {"role": "user", "content": "Hi"}
CHATS = {
    "one": [USER],
    "padded": [{"role": "user", "content": "  \n spaced \u3000\n"}],
    "system": [{"role": "system", "content": "Be brief."}, USER],
    "turns": [
        {"role": "system", "content": "S \u00e9 \U0001f600"},
        USER,
        {"role": "assistant", "content": "<think>\nhm\n</think>\n\nHello <|end|>"},
        {"role": "user", "content": "And {{ 7 * 7 }} {% raw %}?"},
    ],
    "ends_with_reply": [USER, {"role": "assistant", "content": "<think>a</think>Yes"}],
    "tools": [
        USER,
        {"role": "assistant", "content": "call"},
        {"role": "tool", "content": '{"t": "\u00fc\\n"}'},
        {"role": "tool", "content": "2"},
    ],
    "only_system": [{"role": "system", "content": ""}],
    "wrong_order": [{"role": "assistant", "content": "I begin"}],
}

SNIPPETS = [
    "{{ 1 + 2 * 3 - 4 // 3 }} {{ 7 / 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 3 ** 2 }} {{ 1e20 }} {{ 0.00001 }} {{ 3.0 }}",
    "{{ 'a' ~ 1 ~ none ~ true ~ 2.5 ~ [1, 'x', none] ~ {'k': \"it's\"} }}",
    "{{ 'abc'[1] }}{{ 'abc'[-1] }}{{ 'abcdef'[1:4] }}{{ 'abcdef'[::-1] }}{{ 'abcdef'[::2] }}{{ [1,2,3][5:] }}{{ [1,2,3][-2:] }}{{ '\U0001f600ab'[1:] }}",
    "{{ 1 < 2 < 3 }} {{ 1 < 2 > 5 }} {{ 'a' in 'cat' }} {{ 'k' in {'k': 1} }} {{ 3 not in [1, 2] }} {{ 1 == 1.0 }} {{ true == 1 }} {{ 'a' < 'b' }} {{ none == none }}",
    "{{ x }}|{{ x is defined }}|{{ x | default('d') }}|{{ '' | default('d', true) }}|{{ x == y }}|{{ x | length }}|{{ x | list }}|{{ 'a' in x }}|{{ x or 'z' }}|{{ x ~ 'q' }}",
    "{{ 'a' if false }}|{{ 'a' if 0 else 'b' if '' else 'c' }}|{{ not 1 in [2] }}|{{ not x and 1 }}",
    "{{ ' x '.strip() }}|{{ 'xxaxx'.strip('x') }}|{{ 'a,b,,c'.split(',') }}|{{ ' a  b '.split() }}|{{ 'a b c'.split(' ', 1) }}|{{ 'a b c'.rsplit(' ', 1) }}|{{ 'a\\nb\\n'.splitlines() }}",
    "{{ 'Hello wORLD'.title() }}|{{ 'hELLO'.capitalize() }}|{{ \"it's a dog-house\".title() }}|{{ \"it's a dog-house\"|title }}|{{ 'aXbX'.replace('X', '-') }}|{{ 'aXbX'.replace('X', '-', 1) }}|{{ 'abc'.replace('', '.') }}",
    "{{ 'abc'.startswith('ab') }}|{{ 'abc'.endswith(('x', 'bc')) }}|{{ 'abcabc'.find('c') }}|{{ 'abcabc'.rfind('c') }}|{{ 'abcabc'.count('b') }}|{{ '12'.isdigit() }}|{{ '-'.join(['a', 'b']) }}",
    "{{ [3,1,2]|sort }}|{{ ['b','A','c']|sort(reverse=true) }}|{{ [1,2,2,'a','A']|unique|list }}|{{ [1,2,3]|sum }}|{{ [3,1]|min }}|{{ [3,1]|max }}|{{ [1,2,3]|reverse|list }}|{{ 'abc'|reverse }}",
    "{{ [1,2]|first }}|{{ [1,2]|last }}|{{ []|first }}|{{ ['a','b']|join(', ') }}|{{ [{'n':1},{'n':2}]|map(attribute='n')|list }}|{{ ['a','b']|map('upper')|join }}|{{ [{'n':'x'}]|join(',', attribute='n') }}",
    "{{ [1,2,3,4]|select('even')|list }}|{{ [1,2,3,4]|reject('odd')|list }}|{{ [{'a':1},{'a':0}]|selectattr('a')|list }}|{{ [{'a':1},{'a':2}]|rejectattr('a','eq',2)|list }}|{{ [0,1,'',none]|select|list }}",
    "{{ {'a': [1, 2.5, true, none], 'b': {}, 'c': 'q\"\\\\\\u00e9\\n'} | tojson }}\n{{ {'a': [1, {'x': []}], 'b': 2} | tojson(indent=4) }}",
    "{{ '42'|int }}|{{ 'x'|int }}|{{ 'x'|int(7) }}|{{ 3.9|int }}|{{ '3.9'|int }}|{{ '2.5'|float }}|{{ -3|abs }}|{{ 5|string }}|{{ [1]|string }}|{{ 'ab'|length }}|{{ '\U0001f600'|length }}",
    "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }}{{ ', ' if not loop.last }}{% endfor %}|{% for k, v in {'b': 1, 'a': 2}|dictsort %}{{ k }}{{ v }}{% endfor %}|{% for k, v in {'b': 1}|items %}{{ k }}{{ v }}{% endfor %}|{{ {'a':1}.get('b', 'none') }}{{ {'a':1}.get('z') }}|{{ {'a':1}.keys()|list }}",
    "{% for i in range(5) %}{{ loop.index }}/{{ loop.length }}{{ loop.first }}{{ loop.last }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}{% for i in range(1, 10, 3) %}{{ i }}{{ loop.previtem }}{{ loop.nextitem }};{% endfor %}",
    "{% for i in range(6) if i is odd %}{% if i == 3 %}{% continue %}{% endif %}{{ i }}:{{ loop.index }} {% endfor %}{% for i in [] %}x{% else %}empty{% endfor %}",
    "{% set x = 1 %}{% for i in [1,2] %}{% set x = i + 10 %}{{ x }} {% endfor %}{{ x }}{% if true %}{% set x = 5 %}{% endif %}{{ x }}",
    "{% set ns = namespace(n=0, t='') %}{% for i in [1,2,3] %}{% set ns.n = ns.n + i %}{% set ns.t = ns.t ~ i %}{% endfor %}{{ ns.n }} {{ ns.t }}",
    "{% set block %}  a {{ 1 + 1 }}\n b{% endset %}[{{ block }}]{% set a, b = (1, 2) %}{{ a }}{{ b }}",
    "{% macro f(a, b='B') %}{{ a }}{{ b }}{{ c }}{% endmacro %}{% set c = 3 %}{{ f(1) }} {{ f(1, b=2) }} {{ f('x')|upper }}",
    "a\n  {% if true %}\n  b\n  {% endif %}\nc\n",
    "a\n  {%- if true -%}\n  b\n  {%- endif -%}\nc\n",
    "a\n  {%+ if true +%}\n  b\n  {%+ endif %}\nc\n\n",
    "  {{ 'x' }}  \n  {{- 'y' -}}  \n z  {# c #}\n  {#- d -#}  \n e",
    "{% if true %}\n\n x{% endif %}  {% if false %}no{% endif %}\n\ny\r\nz\r",
    "{{ 'a\\tb\\x41\\u00e9\\101\\q\\'' }}{{ \"d\\\"q\" }}{{ 'one' 'two' }}",
    "{{ {'a': {'b': [10, 20]}}.a.b[1] }}{{ {'a': 1}['b'] is defined }}{{ none.x is defined }}{{ 'str'.x is defined }}{{ [1].x is undefined }}",
    "{{ 4 is divisibleby 2 }}{{ 4 is divisibleby(3) }}{{ 'a' is string }}{{ 1 is number }}{{ true is boolean }}{{ true is true }}{{ {} is mapping }}{{ [] is sequence }}{{ 1 is iterable }}{{ 1.5 is float }}{{ 1 is integer }}{{ 'a' is in ['a'] }}{{ 1 is not none }}{{ none is none }}",
    "{{ ('a', 'b') | length }}{{ [] + [1] }}{{ 'ab' * 2 }}{{ [0] * 3 }}{{ +5 }}{{ - 5 }}{{ 2 - -2 }}{{ 1 if 2 > 1 and not false or x }}",
    "{{ 'a\nb\n\nc'|indent }}|{{ 'a\nb'|indent(2, true) }}|{{ 'x'|trim }}|{{ 'xax'|trim('x') }}|{{ none|trim }}|{{ '<b>'|safe }}",
    "{{ namespace is defined }}{{ raise_exception is defined }}{{ range(3)|list }}{{ dict(a=1) }}",
    "{% if x is defined and x.y %}1{% elif messages[0].role == 'user' %}2{% else %}3{% endif %}{{ messages|map(attribute='content')|join('/') }}",
    "{{ 'removeme'.removeprefix('re').removesuffix('me') }}{{ 'x' is upper }}{{ 'X' is upper }}{{ '\u00c9T\u00c9'|lower }}{{ '\u00e9t\u00e9'|upper }}{{ '\u00e9t\u00e9'|capitalize }}",
    "{{ 1.1 + 2.2 }} {{ 100000000000000000.0 }} {{ 1e16 }} {{ 123456789.125 }} {{ 0.1 }} {{ 10 / 5 }} {{ 7.5 // 2 }} {{ 7.5 % 2 }} {{ -0.0 }}",
    "{{ x.y }}", "{{ 1 + 'a' }}", "{{ 'a' + none }}", "{{ 1 / 0 }}", "{{ [1].append(2) }}", "{{ foo() }}", "{% for i in 5 %}{% endfor %}",
    "{% if %}{% endif %}", "{{ 1 +", "{% for x in [1] %}", "{{ x|nofilter }}", "{{ 'a' < 1 }}", "{% endif %}", "{{ [1, 2 }}", "{{ raise_exception('no') }}",
    "{{ strftime_now('%d %b %Y') }}|{{ strftime_now('%Y-%m-%d') }}|{{ strftime_now('%A, %B %-d, %Y %H:%M:%S %p %I %j %y %e %f %a %h %F %T %D %R %-m %%') }}|{{ strftime_now('') }}|{{ strftime_now is defined }}",
    "{{ {'b': [1, 2], 'a': {'\u00e9': '\U0001f600\"\\\\'}} | tojson(separators=(',', ':')) }}|{{ {'b': 1, 'a': [2]} | tojson(sort_keys=true) }}|{{ '\u00e9\U0001f600\\u007f' | tojson(ensure_ascii=true) }}|{{ '\u00e9' | tojson(true) }}|{{ {'a': [1], 'b': {}} | tojson(indent=2, separators=(', ', ' = ')) }}|{{ [1, 2] | tojson(false, none, ['; ', ':']) }}|{{ '</b>' | tojson }}",
    "{{ none | selectattr('a') | list }}{{ none | map('upper') | list }}{{ 0 | select | list }}{{ false | rejectattr('a', 'eq', 1) | list }}{{ x | map(attribute='a') | list }}",
    "{{ [{'n': 1}, {}] | map(attribute='n', default='d') | list }}|{{ ['b', 'A', 'a', 'B'] | sort(case_sensitive=true) }}|{{ ['b', 'A', 'a'] | sort }}|{{ ['a', 'A'] | unique(true) | list }}|{{ [{'k': 'x'}, {'k': 'X'}] | unique(attribute='k') | list }}|{{ [{'k': 2}, {'k': 1}] | min(attribute='k') }}|{{ ['b', 'A'] | max }}{{ ['b', 'A'] | min(true) }}|{{ {'b': 1, 'A': 2, 'a': 3} | dictsort(true) | map('join', '=') | join }}|{{ {'b': 1, 'a': 2} | dictsort(false, 'value', true) | map('first') | join }}|{{ [{'k': 'x', 'n': 1}, {'k': 'X', 'n': 2}] | max(attribute='k') }}",
    "{% for i in [1] %}{{ loop.depth }}{{ loop.depth0 }}{% for j in [1] %}{{ loop.depth }}{% endfor %}{% endfor %}",
    "{{ {'type': 1}['type'] }}{{ {'items': 1}['items'] }}{{ [{'items': 1}] | map(attribute='items') | list }}",
    "{{ 'a-b-c'.replace(old='-', new='+') if false else 'ok' }}{{ 'a b'.split(sep=' ', maxsplit=1) }}{{ ' b'.lstrip(none) }}{{ {'a': 1}.get('b', default=2) if false else 'ok' }}",
    "{{ ' x ' | trim(chars='x ') }}|{{ 'abc' | replace('b', 'X', 1) }}|{{ [1, 2] | join(d='-') }}|{{ [3, 4] | sum(start=1) }}|{{ x | default(default_value='d', boolean=true) }}|{{ '1' | int(default=3) }}",
    "{{ ' x ' | trim(side='left') }}", "{{ ' x '.strip(1, 2) }}", "{{ [1] | first(2) }}", "{{ strftime_now() }}",
    "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(1, 2) }}", "{% macro f(a) %}{{ a }}{% endmacro %}{{ f(b=2) }}", "{{ [1] | tojson(indnt=2) }}", "{{ 1 is divisibleby }}", "{{ range() }}", "{{ 'a'.upper(1) }}", "{{ {}.get() }}", "{{ {}.keys(1) }}", "{{ 1 is odd(2) }}", "{{ namespace(1) }}", "{{ dict(1) }}",
    "{% set d = dict({'a': 1}, b=2) %}{{ d.a }}{{ d.b }}{% set ns = namespace({'a': 3}, b=4) %}{{ ns.a }}{{ ns.b }}",
]


def rendered(template, messages, prompts):
    try:
        text = ENV.from_string(template).render(
            messages=messages,
            add_generation_prompt=prompts,
            bos_token="<s>",
            eos_token="</s>",
            tools=None,
            documents=None,
        )
        return {"text": text}
    except Exception as problem:  # the kind does not matter: the interpreter must refuse too
        return {"refused": str(problem)}


def main():
    families = {
        "phi": PHI, "chatml": CHATML, "llama2": LLAMA2, "llama3": LLAMA3, "mistral": MISTRAL, "gemma": GEMMA, "falcon": FALCON,
    }
    for config in sorted(pathlib.Path(sys.argv[1]).glob("*/tokenizer_config.json")):
        families[config.parent.name] = json.loads(config.read_text())["chat_template"]
    cases = []
    for family, template in families.items():
        for chat, messages in CHATS.items():
            for prompts in (True, False):
                name = f"{family}/{chat}/{prompts}"
                cases.append(
                    {"name": name, "family": family, "chat": chat, "prompts": prompts, **rendered(template, messages, prompts)}
                )
    for number, snippet in enumerate(SNIPPETS):
        families[f"snippet {number}"] = snippet
        cases.append(
            {"name": f"snippet {number}", "family": f"snippet {number}", "chat": "one", "prompts": False, **rendered(snippet, CHATS["one"], False)}
        )
    out = {"templates": families, "chats": CHATS, "cases": cases}
    pathlib.Path("reference.json").write_text(json.dumps(out, indent=1, ensure_ascii=False) + "\n")
    print(len(cases), sum("refused" in case for case in cases))


main()
