import type { SamplePaper } from './sample-paper.ts';

/** Mathematics and statistics. */
export const mathematicsPapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: String.raw`Every Bounded Sequence Has a Friend: A Ramsey Theorem for $\ell^{\infty}$ and Its Lonely Counterexample`,
    authors: ['Évariste Montgaillard', 'Dorottya Szélvári', 'Ngozi Amaechilo'],
    categories: ['math.CO', 'math.FA'],
    abstract: String.raw`We prove that for every finite colouring of the unit sphere of $\ell^{\infty}$ there are two sequences of the
same colour that differ in sign on an infinite set and agree on its complement, to within any $\varepsilon > 0$. Such
pairs we call friends. The proof combines a topological Ramsey theorem with a game in which one player chooses sets and
the other is kind. We show that $\varepsilon$ cannot be removed: under the axiom of choice there is a colouring with
two colours in which every sequence is lonely, and every Borel colouring has exact friends. Whether the same holds for
projective colourings depends on large cardinals, in a way that we determine except for one case, which we should like
to know.`,
  },
  {
    day: 'yesterday',
    title: 'How to Comb a Hedgehog in Seven Dimensions, Nearly',
    authors: ['Ulrika Håkansdahl', 'Benvenuto Ricciardone'],
    categories: ['math.GT', 'math.DG'],
    abstract: String.raw`The sphere $S^n$ can be combed flat if $n$ is odd, and perfectly, with $n$ independent fields, only if $n = 1, 3,
7$. We study how nearly the others can be perfectly combed. Define the tangle of a frame of vector fields as the volume
of the set where it fails to be independent. We compute its infimum for all $n \leq 24$ by means of equivariant
calibrations, and find that it vanishes for no other sphere but is astonishingly small for $S^{15}$, where the bad set
may be taken to be a single great circle of any thickness. Pictures are provided for $S^2$, for which the answer has
been known to hedgehogs for some time. An appendix treats the octonionic case with coordinates.`,
  },
  {
    day: 'today',
    title: 'Primes in Sparse Orchards: Visible Points, Shifted Lattices and a Question of Gardening',
    authors: ['Leopold Kirschgarten', 'Parvaneh Sohrabdokht', 'Iolanthe Merryvale'],
    categories: ['math.NT'],
    abstract: String.raw`Stand at the origin of an orchard with a tree at each lattice point, and you see the trees whose coordinates
are coprime. We plant only some of them, at points $(m, \lfloor m^{c} \rfloor)$ with $1 < c < 12/11$, and ask how many
of the visible trees have prime coordinates. We prove the asymptotic formula that one would expect, with a saving of a
power of $\log$ in the error. The method transfers a bilinear sieve to shifted lattices, and rests on a new estimate for
exponential sums over visible points, which is of some independent use: it improves the known range in a problem on
Beatty sequences from $c < 15/14$ to $c < 12/11$. The question was put to the first author by a gardener.`,
  },
  {
    day: 'today',
    title: 'A Category of Recipes: Monoidal Structure in Processes That May Burn',
    authors: ['Felicity Crumbhorn', 'Yannis Alatopoulos', 'Marisol Quenepa'],
    categories: ['math.CT', 'cs.LO'],
    abstract: `Recipes compose, run side by side, and may fail for good: nothing is unburnt. We describe a symmetric monoidal
category in which objects are collections of ingredients, morphisms are recipes up to indistinguishable dishes, and a
graded monad keeps account of the risk. Coherence fails in just the way one would hope: two recipes that differ by an
interchange of simultaneous steps are equal if and only if the kitchen has two cooks. We show that the free such
category on a set of utensils has decidable equality, by rewriting to a normal form in which washing up comes last.
The theory covers laboratory protocols as well as soufflés, and we work out one of each in full.`,
  },
  {
    day: 'today',
    title: `Randomised Solvers That Know When to Stop: Certified Error Bounds for Sketched Least Squares in $O(nd)$ Time`,
    authors: ['Quentin Ashdown-Mbeki', 'Liselotte Grabenkamp', 'Toshihiro Uedani'],
    categories: ['math.NA', 'cs.NA', 'stat.CO'],
    abstract: String.raw`Sketching solves large least-squares problems fast, but the classical bounds on its error are either
pessimistic or need what one set out to compute. We give an estimate of the error that is computed from the sketch
itself in $O(nd)$ time, holds with probability $1 - \delta$ for every matrix, and exceeds the true error by a factor of
at most $1 + 4\sqrt{d/s}$, where $s$ is the size of the sketch. With it, an iterative solver can stop as soon as it is
done, and a sketch that was unlucky is noticed and drawn again. On 140 matrices from applications the solver stops
after a median of 40% of the usual iterations. In one case the certificate showed that the reference solution was the
wrong one.`,
  },
  {
    day: 'today',
    title: 'Causal Inference When the Treatment Is a Rumour: Interference on Unobserved Graphs',
    authors: ['Josephine Adlerton', 'Kwame Boatengor', 'Ylva Stenmarken'],
    categories: ['stat.ME', 'cs.SI', 'econ.EM'],
    abstract: `A treatment that spreads by word of mouth cannot be assigned: whom it reaches depends on friendships that nobody
has written down. We show that causal effects can nevertheless be identified when the rumour is started twice, at
random and in different places, and the two waves can be told apart, say by a harmless variation in the wording. The
overlap of the waves reveals just enough of the graph. We give an estimator that is consistent and asymptotically
normal, a test of its assumptions, and an experiment in 62 villages, where advice on seed storage was given to two
households each. The direct effect was small, the effect of hearing it from a neighbour three times as large.`,
  },
  {
    day: 'today',
    title: 'Conformal Prediction for People in a Hurry: Valid Intervals from Twelve Observations',
    authors: ['Hezekiah Brockwell', 'Annelore Sturmvogel', 'Dinh-phuc Lamtrieu'],
    categories: ['stat.ML', 'cs.LG', 'stat.ME'],
    abstract: `Conformal prediction gives valid intervals from any model, provided that one has some hundred observations to
spare. Clinics, launches and elections often have a dozen. We borrow strength from related tasks: the order of the
scores, though not their scale, is assumed to be exchangeable across tasks, an assumption that is weaker than it sounds
and can be tested. With twelve observations of its own and forty related tasks, our procedure covers at the nominal
90% and gives intervals that are 46% shorter than the trivial ones. When the assumption fails, coverage degrades by at
most the total variation distance between two quantities that we estimate. Three clinics now use it, for the dosage of
a drug for which twelve patients is a good year.`,
    pick: {
      upvotes: 11,
      code: 'hurried-conformal',
      summary: 'Conformal intervals from a dozen observations, borrowing the order of scores from related tasks.',
      keywords: ['conformal prediction', 'small samples'],
    },
  },
  {
    day: 'today',
    title: 'The Variance of a Crowd: Bayesian Aggregation of Forecasts by People Who Talk to Each Other',
    authors: ['Tancred Fairweather', 'Sumalee Kittirawong', 'Wiebke Holtermanns'],
    categories: ['stat.AP', 'cs.SI'],
    abstract: `The wisdom of crowds rests on errors that are independent, and people talk. We model a panel of forecasters who
hear each other with delay, estimate from their revisions who listens to whom, and weight them by what each has added
rather than by what each has said. On 3,400 questions of four forecasting tournaments the aggregate is better
calibrated than the mean, the median and the market, most of all in the last week, when everybody has heard
everything. The most valuable forecasters are not the most accurate; they are those who are wrong for reasons of their
own. Removing the ten of them costs more than removing the hundred most accurate.`,
  },
  {
    day: 'today',
    title: 'Optimal Transport of Snow: Convex Programs for Ploughs That Must Not Block Driveways',
    authors: ['Aleksanteri Lumivaara', 'Prunella Sleetham', 'Ciro Nevarez-Bondi'],
    categories: ['math.OC', 'cs.RO', 'eess.SY'],
    abstract: String.raw`Clearing snow is optimal transport with an unusual cost: what has been moved is in the way. We formulate the
ploughing of a street network as a sequence of transport problems in which the target of one step is an obstacle of the
next, and prove that for costs that grow with the square of the height the relaxation to measures is exact. The
resulting convex program has $O(m \log m)$ variables for $m$ metres of kerb and is solved in seconds. In a town of
forty thousand, which let us plan a winter, 31% fewer driveways were blocked with the same ploughs and 4% more fuel. The
dual variables have a meaning that the town council understood at once: they are what each household ought to be offered
for its patience.`,
  },
  {
    day: 'today',
    arxiv: 'replacement',
    id: 'math/9803999',
    ageDays: 10_475,
    version: 4,
    title: 'On the Number of Ways to Tie a Parcel',
    authors: ['Cuthbert Ravelstone'],
    categories: ['math.GT', 'math.CO'],
    abstract: String.raw`A parcel is a box, and its string a closed curve on the surface of the box that crosses each face. We count such
curves up to isotopy by the number $n$ of crossings, and show that their number grows as $\mu^{n} n^{-7/2}$ with $\mu =
6.2083\ldots$, the root of a polynomial of degree nine. The proof encodes a tied parcel as a pair of trees that agree on
their leaves, and uses a transfer matrix. Twenty-eight years after the first version, this fourth one repairs the gap in
Lemma 3 that a reader kindly found, replaces the numerical estimate of $\mu$ by its exact value, and adds a remark on
bows. I thank my former students, who never believed the lemma.`,
    comment: 'v4: gap in Lemma 3 repaired; 19 pages, 12 figures',
  },
  {
    day: 'today',
    arxiv: 'replacement',
    ageDays: 45,
    version: 2,
    title: `Sharp Thresholds for Percolation on Randomly Pruned Trees, with an Application to Gossip`,
    authors: ['Gianluca Sottobosco', 'Mairead Glenavon'],
    categories: ['math.PR', 'cs.DM', 'physics.soc-ph'],
    abstract: String.raw`Prune each branch of a Galton--Watson tree with a probability that depends on its height, and ask whether an
infinite path survives. We find the sharp threshold: survival has positive probability if and only if
$\sum_h h^{-1} e^{-S_h} < \infty$, where $S_h$ is the accumulated pruning. The critical window is determined, and the
surviving tree, conditioned to survive, converges to an explicit limit. As an application we show that gossip which
loses interest in proportion to the logarithm of its age dies out, while gossip that loses interest more slowly, by any
amount, does not. In this version the second theorem is stated under its correct hypothesis; the proof had always used
it.`,
  },
  {
    day: 'yesterday',
    title: 'Double Machine Learning Without Doubling the Trouble: A Practical Guide to Cross-Fitting',
    authors: ['Winnifred Esterhuyzen', 'Gaspard Tournefeuille', 'Ileana Codrescu-Hahn'],
    categories: ['stat.ME', 'econ.EM', 'stat.ML'],
    abstract: `Double machine learning is the standard way to use flexible models in causal inference, and in practice its answers
change with the random seed. We examine 71 published applications, of which 48 could be run again, and find that the
choice of folds moves the estimate by more than its standard error in a third of them. The cause is seldom the theory;
it is small overlap in the folds. We propose three habits that cost nothing: stratify the folds by the estimated
propensity, report the median of fifty splits, and draw one particular picture. With them the seed stops mattering in
all but two of the applications. For these two, we argue, no estimate should have been reported.`,
  },
  {
    day: 'yesterday',
    title: 'Convex Bodies That Roll Uphill: Centres of Mass in Non-Uniform Gravity',
    authors: ['Anatole Pentecouteau', 'Rhiannon Castellwyn'],
    categories: ['math.MG', 'physics.class-ph'],
    abstract: String.raw`A convex body of uniform density on an incline rolls down. In a gravitational field that varies over the body
it may not. We determine which fields allow a convex body to roll uphill for a full turn, and find that a gradient of
one part in $\pi$ across the diameter is necessary, while any more is sufficient. The extremal bodies are of constant
width and have exactly five corners; we compute them to twenty digits and print one. In the planar case the answer is
governed by an inequality between the first and third Fourier coefficients of the support function, which we believe
to be new. An experiment with a magnet, a steel kernel and a tilted tray is described for teachers.`,
  },
];
