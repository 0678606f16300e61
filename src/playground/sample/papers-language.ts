import type { SamplePaper } from './sample-paper.ts';

/** Language, reasoning and agents. */
export const languagePapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: 'The Unreliable Narrator: Language Models That Know When Their Own Chain of Thought Is a Story',
    authors: ['Ottilie Brandmoor', 'Kwabena Asarefio', 'Jiřina Holobrádek', 'Tavish Murrowby'],
    categories: ['cs.CL', 'cs.AI', 'cs.LG'],
    abstract: `A chain of thought reads like an explanation, but nothing forces it to be one. We ask whether a language
model can tell, from the inside, which of its written steps its answer really depends on. Our method, Narrator, trains
a small probe to predict what happens to the final answer when one step is silently deleted, and then lets the model
mark the steps that the probe calls decorative. On nine reasoning benchmarks between a fifth and a half of all steps
turn out to be decorative, and removing them changes the accuracy by less than one point. More usefully, the share of
decorative steps predicts errors: answers whose reasoning is mostly decoration are wrong three times as often. We
release the probes and 40,000 annotated chains of thought.`,
    comment: '14 pages, 6 figures. Accepted at the Harbour Conference on Language Models (HCLM)',
    pick: {
      upvotes: 112,
      code: 'unreliable-narrator',
      stars: 348,
      organization: 'Harbour Lane Institute',
      summary:
        'A probe finds which reasoning steps an answer depends on; chains of thought made mostly of decorative steps are wrong three times as often.',
      keywords: ['chain of thought', 'faithfulness', 'probing', 'reasoning'],
      comments: 6,
    },
  },
  {
    day: 'today',
    title: 'Forty Ways to Ask for Salt: Politeness, Dialect and the Uneven Patience of Instruction-Tuned Models',
    authors: ['Nneka Obiorande', 'Ffion Tregarwyn', 'Dagný Hrafnkelsen'],
    categories: ['cs.CL', 'cs.CY'],
    abstract: `People ask for the same thing in many ways, and not all of them are polite standard English. We collect 40
paraphrases of 1,200 everyday requests from speakers of eleven English dialects, and measure how instruction-tuned
language models answer each. The answers differ more than the requests do: requests in three of the dialects get
replies that are 23% shorter, refuse twice as often, and explain less, although native judges rate all paraphrases as
equally clear. Politeness helps, but only up to a point, after which models begin to apologise instead of helping.
Fine-tuning on 5,000 paraphrase pairs closes most of the gap without hurting other benchmarks. The corpus, gathered
with the consent and pay of its speakers, is public.`,
  },
  {
    day: 'today',
    title: 'Slow Cooking for Fast Models: Distilling Deliberate Reasoning into a Single Forward Pass',
    authors: [
      'Benedikt Aumüller-Voss',
      'Sunniva Rostadbakk',
      'Tomomi Arakaze',
      'Idris Calloway-Nkemi',
      'Wren Atterbury',
    ],
    categories: ['cs.LG', 'cs.CL'],
    abstract: `Reasoning models think at length before they answer, and their users pay by the token. We study how much of
that deliberation can be moved from inference to training. Slow Cooking is a curriculum of distillation in which a
student first imitates long reasoning traces, then traces from which every tenth token has been removed, then every
fifth, and finally none but the answer. At each stage the hidden states, rather than the text, must carry what was
removed. A student of 3 billion parameters keeps 91% of its teacher's accuracy on arithmetic word problems and 84% on
competition mathematics, at one fortieth of the tokens. What is lost is instructive: problems that need backtracking
resist distillation at every scale we tried.`,
    pick: {
      upvotes: 87,
      code: 'slow-cooking',
      stars: 129,
      summary:
        'A curriculum that removes reasoning tokens step by step lets a small model keep most of its teacher’s accuracy at a fortieth of the tokens.',
      keywords: ['distillation', 'reasoning models', 'curriculum learning'],
      comments: 3,
    },
  },
  {
    day: 'yesterday',
    title: 'Lost and Found: Retrieval-Augmented Generation over Documents That Contradict Each Other',
    authors: ['Perpetua Lindqvale', 'Arsène Molinard', 'Goran Vuletinac'],
    categories: ['cs.IR', 'cs.CL'],
    abstract: `Retrieval-augmented generation assumes that the documents it retrieves agree. Real archives do not: prices
change, rules are repealed, and yesterday's press release denies last week's. We build Quarrel, a benchmark of 6,400
questions, each with at least two retrieved documents that contradict each other for a reason that can be found out
(age, jurisdiction, unit, or plain error). Strong systems pick the right document in 61% of the cases, but mention the
disagreement in only 8%. We then train a reader that first lists the claims, then the reasons to prefer one of them,
and only then answers. It reaches 74%, mentions the disagreement when there is one, and, as important to its users,
stays quiet when there is none.`,
    pick: {
      upvotes: 41,
      code: 'quarrel',
      stars: 57,
      organization: 'Meridian Library Lab',
      summary: 'A benchmark and a reader for retrieval over documents that contradict each other, and say why.',
      keywords: ['retrieval-augmented generation', 'contradiction', 'benchmark'],
    },
  },
  {
    day: 'today',
    title: 'How Long Is a Long Context? Measuring What Language Models Still Remember at Two Million Tokens',
    authors: ['Zdeňka Polívalová', 'Amaru Quispanti', 'Leocadia Fenwright', 'Joon-ha Baekrim'],
    categories: ['cs.CL'],
    abstract: `Advertised context windows have reached two million tokens, and the usual test for them is to hide one odd
sentence in a haystack. We argue that this measures smell rather than memory. Our test, Serial Novel, asks questions
whose answers were never written in one place: who knew of the letter in chapter nine, how often the weather changed,
which of two promises was kept. We generate novels of any length together with a record of what happens in them, so
that every answer can be checked. All twelve language models we test answer well up to some length, and then decline
not gradually but within a factor of two. That length is between 3% and 30% of the advertised window, and it is almost
independent of where in the novel the facts lie.`,
  },
  {
    day: 'today',
    title: 'Apprentice: Reinforcement Learning of Tool Use from the Mistakes of Others',
    authors: ['Casimir Vellano', 'Haruka Shionome', 'Bronagh Tierskelly', 'Olumide Fashewa'],
    categories: ['cs.AI', 'cs.LG', 'cs.SE'],
    abstract: `Agents that use tools learn mostly from success. Yet the logs of any deployed agent are full of something
more plentiful and more instructive: failed calls, followed by the call that worked. We present Apprentice, a method of
offline reinforcement learning that mines such pairs from 2.3 million logged sessions and turns them into preferences
over actions, without any human labels and without running a single tool. Trained on the mistakes of other agents, a
model of 8 billion parameters makes 38% fewer failing calls on tools that it has never seen, recovers from errors in
fewer steps, and asks for help earlier. An ablation shows that it is the order that matters: the same pairs with the
success shown first teach almost nothing.`,
    pick: {
      upvotes: 64,
      code: 'apprentice',
      stars: 203,
      projectPage: ' https://apprentice.example/',
      organization: 'Harbour Lane Institute',
      summary:
        'Failed tool calls followed by working ones, mined from logs, teach agents to fail less on tools they have never seen.',
      keywords: ['tool use', 'offline reinforcement learning', 'agents', 'preference learning'],
      comments: 4,
    },
  },
  {
    day: 'today',
    title: '読む機械: Reading Order and Marginalia in Early Modern Japanese Woodblock Books',
    authors: ['Shiori Kurahane', 'Mateus Albuquerinho', 'Elspeth Dunmarrow'],
    categories: ['cs.CL', 'cs.CV', 'cs.DL'],
    abstract: `A page of an early modern Japanese woodblock book is read from right to left, except where it is not:
dialogue curls around the figures, advertisements interrupt, and earlier readers have written in the margins. We
annotate the reading order of 9,100 pages, marginalia included, and train a model that predicts the order as a path
over image regions rather than as a sorted list. It follows the intended path on 88% of the pages, compared with 54%
for layout analysis tuned on modern documents. We also find that two thirds of the marginal notes answer something on
the opposite page, which suggests that readers treated the two pages as one. The annotations are released under an
open licence, with the permission of the seven libraries that hold the books.`,
    pick: {
      upvotes: 29,
      summary:
        'A model predicts reading order in woodblock books as a path over regions, including readers’ marginal notes.',
      keywords: ['document understanding', 'reading order', 'digital humanities'],
    },
  },
  {
    day: 'today',
    title: 'Tokenizers Are Dialects: Why Merging Two Language Models Fails at the First Syllable',
    authors: ['Rosalba Ciminetti', 'Wojciech Jarzębowicz', 'Thandeka Mabuselani'],
    categories: ['cs.CL', 'cs.LG'],
    abstract: `Merging the weights of two fine-tuned language models often works surprisingly well, provided that they share
a tokenizer. When they do not, it fails, and the failure is usually blamed on the embedding matrix. We show that the
damage happens later. Using models trained on the same text with tokenizers that differ in a controlled number of
merges, we find that the first three layers assemble words from tokens in a way that is specific to the tokenizer, and
that everything above them is nearly interchangeable. Replacing only those layers, after 200 million tokens of
adaptation, lets us merge models across tokenizers at 96% of the quality of merges within one. The same recipe moves a
model to a new language with a quarter of the usual training.`,
  },
  {
    day: 'yesterday',
    title: 'A Jury of Peers? Agreement Among Language Model Judges Is Mostly Shared Taste',
    authors: ['Emeline Vautrichard', 'Obadiah Stonecroft', 'Liang-yu Feirong', 'Maren Oddsdottir', 'Pilar Etxanobe'],
    categories: ['cs.CL', 'stat.AP'],
    abstract: `Juries of language models are used to grade the output of other models, and their agreement is taken as a
sign of their quality. We analyse 1.1 million verdicts of 17 judges with a hierarchical model that separates what a
judge sees from what a judge likes. Shared taste explains 58% of the agreement: judges of all families prefer longer
answers, lists, and a confident tone, and they prefer them together, so that adding judges does not average the bias
away. Human graders share some of this taste, but less than half. Asking judges for the strongest objection before the
verdict removes a third of the shared bias. We recommend reporting agreement after taste has been removed, and give a
procedure that needs only 300 human verdicts.`,
  },
  {
    day: 'today',
    arxiv: 'unlisted',
    ageDays: 4,
    title: 'Small Talk: A Language Model of 120 Million Parameters That Is Pleasant to Converse With',
    authors: ['Anselm Rookwood', 'Ximena Talavante', 'Yusra Hadidane'],
    categories: ['cs.CL'],
    abstract: `Most research on small language models tries to make them know more. We try to make one that is good company.
Small Talk has 120 million parameters, runs on a telephone without a network, and knows hardly any facts; what it has
been trained for is to listen: to remember what was said, to ask the next question, to admit ignorance and to change
the subject gracefully. In a blind study with 640 people it was preferred to models forty times its size in casual
conversation, and rated equal in kindness, while it was, rightly, trusted far less on matters of fact. We describe the
data, which was written by 212 paid volunteers, and the training, which cost less than a used bicycle.`,
    pick: {
      upvotes: 95,
      code: 'small-talk',
      stars: 1204,
      projectPage: 'https://small-talk.example/',
      summary: 'A 120M-parameter model trained to listen rather than to know is preferred in casual conversation.',
      keywords: ['small language models', 'dialogue', 'on-device'],
      comments: 11,
    },
  },
  {
    day: 'today',
    arxiv: 'unlisted',
    ageDays: 6,
    title: 'Graders Who Learn: Reinforcement Learning from Verifiable Rewards Without a Fixed Verifier',
    authors: ['Desta Woldegiorna', 'Hedwig Sommerath', 'Rafael Iturrizaga', 'Min-seo Gwakil'],
    categories: ['cs.LG', 'cs.AI'],
    abstract: `Reinforcement learning from verifiable rewards works where a program can check the answer, and stops where it
cannot. We let the checker learn too. Two language models are trained together: one solves problems, the other writes
small programs that try to tell right solutions from wrong ones, and is rewarded only when its programs agree with the
few cases that people have checked. A simple penalty keeps the two from conspiring: a checker that accepts everything
earns nothing. Starting from 500 checked proofs, the pair improves on proof writing for six rounds, after which people
have to check 200 more. We measure, and publish, how often the learned checkers were fooled, and by which tricks.`,
    pick: {
      upvotes: 73,
      code: 'graders-who-learn',
      stars: 88,
      organization: 'Northgate Research',
      summary:
        'Solver and checker are trained together, with a penalty against conspiring, to reach tasks without a fixed verifier.',
      keywords: ['reinforcement learning', 'verifiable rewards', 'self-play'],
    },
  },
  {
    day: 'yesterday',
    title: 'Second Thoughts: When Letting a Language Model Reconsider Makes It Worse',
    authors: ['Hollis Greavesend', 'Ayumi Tokorozaki', 'Bożena Krępowicz'],
    categories: ['cs.CL', 'cs.AI'],
    abstract: `"Are you sure?" is the cheapest way to improve the answer of a language model, or so one reads. We ask it four
hundred thousand times. Reconsidering helps when the first answer was wrong for a local reason, such as a slip in
arithmetic, and hurts when it was right for a reason that the model cannot put into words. On average the two effects
cancel. We then predict, from the entropy of the first answer and from nothing else, whether a second look will help,
and let the model reconsider only then. This selective reconsideration gains 4.1 points of accuracy over twelve
benchmarks at an eighth of the cost. Models that were trained to be agreeable profit most, and need it most.`,
    pick: {
      upvotes: 58,
      hasPicture: true,
      code: 'second-thoughts',
      stars: 41,
      summary: 'Entropy of the first answer tells when asking a model to reconsider will help, and when it will hurt.',
      keywords: ['self-correction', 'uncertainty', 'reasoning'],
    },
  },
  {
    day: 'yesterday',
    title: 'The Cartographer’s Prompt: Language Models Plan Better When They Draw the Map First',
    authors: ['Ignatius Pellworm', 'Saoirse Kilbrannan', 'Takeo Amamizu', 'Lindiwe Khumasela'],
    categories: ['cs.AI', 'cs.CL', 'cs.RO'],
    abstract: `Planning in text goes wrong when the plan and the picture of the world are made at the same time. We separate
them. In a first phase the model writes a map: places, what connects them, what can be moved, and what is still
unknown. In a second phase it may read the map and mark it, but must not invent a road. On six planning domains,
including household robots and warehouse routing, the share of plans that can be carried out rises from 47% to 79%,
and the plans that fail do so at the edge of the map, where it is honest about not knowing. Maps that were drawn by one
model serve another almost as well, which makes them a convenient thing to store, to inspect and to correct by hand.`,
    pick: {
      upvotes: 66,
      code: 'cartographers-prompt',
      stars: 77,
      organization: 'Meridian Library Lab',
      summary:
        'Separating a written map of the world from the plan raises the share of executable plans from 47% to 79%.',
      keywords: ['planning', 'agents', 'world models'],
      comments: 2,
    },
  },
  {
    day: 'yesterday',
    arxiv: 'unlisted',
    ageDays: 3,
    title: 'Endangered Words: Speech Recognition for Languages with Fewer Than Ten Hours of Tape',
    authors: ['Aroha Tewhairangi', 'Kjersti Molandsvik', 'Domitila Huamanchay'],
    categories: ['cs.CL', 'cs.SD', 'eess.AS'],
    abstract: `Three thousand languages have been recorded for fewer than ten hours, often by one linguist with one speaker.
We ask what speech recognition can do for them today. With the agreement of the communities concerned, we work on
fourteen such languages, and find that the limit is not the amount of tape but its monotony: one voice, one room, one
topic. Mixing in the same sentences, read by neighbours over the telephone, halves the error rate with only forty more
minutes of speech. We describe a tool that proposes a transcription and lets a speaker correct it by voice, which
turned transcribing from nine hours an hour into two. No recording leaves its community; the models do.`,
    pick: {
      upvotes: 37,
      projectPage: 'https://endangered-words.example/',
      summary:
        'For languages with under ten hours of tape, variety of speakers matters more than hours; error rates halve.',
      keywords: ['speech recognition', 'low-resource languages'],
    },
  },
  {
    day: 'yesterday',
    arxiv: 'replacement',
    ageDays: 71,
    version: 3,
    title: 'What the Commas Know: Punctuation as a Carrier of Attention in Transformer Language Models',
    authors: ['Quirin Abendroth', 'Fumiko Hoshizane'],
    categories: ['cs.CL', 'cs.LG'],
    abstract: `Transformers attend to punctuation far more than its meaning seems to deserve. We follow the information that
passes through commas and full stops in seven language models, by replacing their internal states with those from
other sentences. A comma turns out to hold a summary of the clause that it closes: its subject, its polarity, and a
surprisingly exact count of its words. Deleting the comma makes later layers recompute the summary elsewhere, at the
cost of two layers of depth. This third version corrects the count of heads in Table 2, adds experiments on German and
Korean, where the summary sits on the verb instead, and answers the questions of two careful readers.`,
    comment: 'v3: corrected Table 2, two more languages; 31 pages',
  },
];
