import type { SamplePaper } from './sample-paper.ts';

/** Images, sound, graphics and robots. */
export const visionPapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: 'Tidepool: Latent Diffusion Models That Draw Water the Way Water Moves',
    authors: ['Isolde Marchbanks', 'Renzo Tagliavento', 'Chinwe Okafobi', 'Sławomir Drzewiński'],
    categories: ['cs.CV', 'cs.GR', 'cs.LG'],
    abstract: `Video diffusion models draw convincing waves that flow uphill. We trace the error to the noise: independent
Gaussian noise in every frame leaves the model to guess a motion that the noise itself contradicts. Tidepool transports
the noise instead, along a velocity field that is predicted together with the picture and kept free of divergence by
construction. Training costs 4% more, sampling nothing. On a new benchmark of 3,000 short films of rivers, harbours,
rain and soup, viewers prefer Tidepool's motion in 81% of comparisons, and a fluid solver started from its first frame
stays close to its fortieth. The same trick helps smoke and cloth, does nothing for people walking, and harms
fireworks, for which we have an explanation but no remedy.`,
    pick: {
      upvotes: 134,
      code: 'tidepool',
      stars: 911,
      projectPage: 'https://tidepool.example/',
      organization: 'Saltmarsh Graphics Group',
      title: 'Tidepool: Latent Diffusion Models\nThat Draw Water the Way Water Moves',
      summary:
        'Transporting the noise of a video diffusion model along a divergence-free velocity field makes generated water move like water.',
      keywords: ['video diffusion models', 'fluid motion', 'noise transport'],
      comments: 14,
    },
  },
  {
    day: 'today',
    title: 'Stop When It Is Done: Adaptive Step Counts for Diffusion Sampling with a Guarantee',
    authors: ['Leofric Haldane-Ngo', 'Mirela Dobrotescu', 'Ayodele Ranmilowo'],
    categories: ['cs.LG', 'cs.CV', 'stat.ML'],
    abstract: String.raw`Diffusion models take the same number of steps for a blank wall as for a crowd. We derive a stopping rule
that spends steps where they matter. The rule watches how much the predicted clean image still moves between two steps
and compares it with a bound that follows from the smoothness of the score: when the movement falls below
$\varepsilon/\sqrt{d}$, all further steps together can change the image by at most $2\varepsilon$ in root mean square.
No training is needed. On five public diffusion models the mean number of steps falls from 50 to 19 without a
measurable difference in quality, and the images that need 50 still get them. We also characterise prompts that are
expensive: counting, hands, and, to our surprise, gravel.`,
    pick: {
      upvotes: 52,
      code: 'stop-when-done',
      stars: 96,
      summary: 'A training-free stopping rule with a guarantee cuts diffusion sampling from 50 steps to 19 on average.',
      keywords: ['diffusion models', 'adaptive sampling', 'efficiency'],
    },
  },
  {
    day: 'today',
    title: 'Second-Hand Light: Relighting Old Photographs from the Shadows They Keep',
    authors: ['Araminta Foxwell', 'Noriko Tsukigase', 'Émile Desrochefort'],
    categories: ['cs.CV', 'cs.GR'],
    abstract: `An old photograph holds more light than it shows. Shadows, reflections in spectacles and the shading of collars
together fix where the sun or the flash must have stood. We estimate that light from a single scanned print, with an
uncertainty, and then render the scene anew under another one. Unlike generative relighting, our method never invents
what the shadows hide: regions that were black stay black, and are marked. On 412 prints from four archives, of which
we re-photographed 60 places at the hour that we had inferred, the inferred direction of the sun was off by a median of
seven degrees. Two captions turned out to be wrong about the season, and one about the city.`,
    pick: {
      upvotes: 33,
      projectPage: 'https://second-hand-light.example/',
      summary:
        'Light directions inferred from shadows in old prints allow relighting without inventing hidden content.',
      keywords: ['relighting', 'inverse rendering', 'photography'],
    },
  },
  {
    day: 'today',
    title: 'Gentle Hands: Reinforcement Learning of Contact Forces for Robots That Fold Laundry with People',
    authors: ['Thorvald Eikenes', 'Mahalia Jonesboro', 'Keisuke Haranoki', 'Paloma Serrabona', 'Vesna Krivokuća'],
    categories: ['cs.RO', 'cs.LG'],
    abstract: `Two people fold a bed sheet by talking through the sheet: a tug says "now", slack says "wait". We teach this
language to a robot. A policy is trained by reinforcement learning in simulation, with a partner that is itself a
distribution over human habits estimated from 70 recorded pairs, and with a reward on the force rather than on the
fold. On a real robot with two soft hands, 24 visitors who had never met it folded 480 sheets. The robot finished 93%
of the folds, never pulled with more than nine newtons, and learned within three sheets whether its partner was
left-handed. Asked afterwards who had led, visitors were divided evenly, which was our aim.`,
    pick: {
      upvotes: 61,
      code: 'gentle-hands',
      stars: 143,
      organization: 'Fjordside Robotics',
      summary:
        'A robot learns to fold sheets with people by reinforcement learning on contact forces, not on the fold.',
      keywords: ['human-robot interaction', 'reinforcement learning', 'deformable objects'],
      comments: 2,
    },
  },
  {
    day: 'today',
    title: 'Half the Dose: Diffusion Priors for Tomography That Cannot Invent a Lesion',
    authors: ['Eleftheria Panagopou', 'Cormac Dunleavitt', 'Bisi Oyelakin-Marsh'],
    categories: ['eess.IV', 'cs.CV', 'physics.med-ph'],
    abstract: `Diffusion models make beautiful tomograms out of few rays, and now and then add a lesion to them. We split the image
in two: what the rays determine, which is solved for exactly, and what they leave open, which is drawn from a diffusion
prior many times over. Only what all draws have in common is shown as image; the rest is shown as doubt, in a texture
that radiologists helped to choose. At half of the usual dose, eleven readers found as many lesions as at the full
dose, and reported none that was not there; with an ordinary diffusion prior they had reported nine in 400. Reading took
8% longer. The guarantee is a theorem about the split, and does not depend on how the prior was trained.`,
  },
  {
    day: 'yesterday',
    title: 'One Map, Many Feet: Terrain Representations That Transfer Between Legged Robots',
    authors: ['Bartholomew Igwenna', 'Signe Aaskovgaard', 'Yerlan Toktarbek'],
    categories: ['cs.RO'],
    abstract: `A hill is the same hill for a goat and for a beetle, but a robot that learned to walk with four legs has to
learn its hills again when it is given six. We learn a terrain representation that is shared between bodies: a field of
what the ground can bear, how it slips and how it remembers a step, predicted from a depth camera and corrected by
every footfall of every robot. Five machines with two to six legs, from 3 to 60 kilograms, contribute to one map. A
robot that is new to the fleet walks a kilometre of forest path, with 0.4 falls, after eleven minutes on flat ground;
learning from nothing, it needed nine hours and fell 31 times.`,
    pick: {
      upvotes: 18,
      summary: 'A shared terrain field lets a new legged robot profit from the footfalls of differently built robots.',
      organization: 'Fjordside Robotics',
    },
  },
  {
    day: 'today',
    title: 'Birdsong in the Bitrate: Neural Audio Codecs Erase the Dawn Chorus',
    authors: ['Cordelia Nightingarth', 'Mpho Letsholathe', 'Rune Fuglesangen'],
    categories: ['eess.AS', 'cs.SD', 'q-bio.PE'],
    abstract: `Neural audio codecs are trained on speech and music, and are beginning to be used for everything else, including
recorders left in forests. We test nine of them on 2,000 hours of dawn chorus with known singers. At the bitrates that
are now customary, the species found by trained listeners fall by 28%, and by an automatic detector by 44%, although
the recordings still sound pleasant; rare species vanish first, and in two codecs a rare warbler is turned into a
common one. Ordinary compression at the same rate does less harm. We propose a listening test with birds in it, and
show that adding 3% of field recordings to the training removes most of the damage without cost to speech.`,
  },
  {
    day: 'yesterday',
    title: 'Counting Sheep: Open-Vocabulary Detection Fails Gracefully, Segmentation Does Not',
    authors: ['Gwenllian Parryfoel', 'Hamish Strathdouran', 'Inés Corralejo'],
    categories: ['cs.CV'],
    abstract: `We count sheep. Flocks on hillsides, photographed by drones of twelve farms, make an honest test of vision
systems, because the true number is known to the shepherd. Open-vocabulary detectors err by 6% on average, and their
errors follow their stated confidence; open-vocabulary segmentation errs by 31%, and is most certain when it has merged
a whole flock into one animal with eighty legs. Prompting for "individual sheep" helps the former and not the latter.
We analyse the difference, which comes from how training masks treat things that touch, and correct it with a loss that
asks for the number first. The farms kept using the corrected system after the study had ended.`,
  },
  {
    day: 'today',
    title: 'Splatting the Cathedral: Gaussian Scene Reconstruction from a Century of Tourist Pictures',
    authors: ['Wilhelmina Osterhagen', 'Baptiste Roquevaire', 'Sunita Chaudhurane', 'Nils Hjelmgaard'],
    categories: ['cs.GR', 'cs.CV'],
    abstract: `Tourists have photographed the same cathedrals for more than a hundred years, with every camera that was ever
sold. We reconstruct eleven of them from 190,000 such pictures as a cloud of Gaussians in four dimensions, the fourth
being the year. Each Gaussian has a date of birth and, where the building lost something, a date of death; scaffolding
lives for months, pigeons for one picture. Solving for dates and cameras together makes undated prints datable to
within four years. The reconstructions show two repairs that the building records leave out, and let one watch a rose
window darken. Rendering runs in a browser at sixty frames a second, on hardware that a parish can afford.`,
    pick: {
      upvotes: 78,
      code: 'cathedral-splats',
      stars: 530,
      projectPage: 'https://splats.example/cathedral',
      organization: 'Saltmarsh Graphics Group',
      summary: 'Gaussians with dates of birth and death reconstruct cathedrals through a century of tourist pictures.',
      keywords: ['Gaussian splatting', '4D reconstruction', 'cultural heritage'],
      comments: 5,
    },
  },
  {
    day: 'today',
    title: 'A Stethoscope for Bridges: Self-Supervised Damage Detection from Passing Traffic',
    authors: ['Ludovica Ferrantani', 'Kofi Amponsarko', 'Bryndís Eyjolfsdal'],
    categories: ['eess.SP', 'cs.LG', 'physics.app-ph'],
    abstract: `Every lorry that crosses a bridge strikes it like a slow hammer. We listen to the answer. Six accelerometers
per bridge feed a self-supervised model that learns to predict one sensor from the other five; damage shows as a
prediction that fails in the same way for every vehicle. Over three years on nineteen bridges the method reported four
defects before the yearly inspection found them, and one that the inspection had missed, with two false alarms, both
from road works. Temperature, the usual confounder, is learned rather than modelled. The sensors cost less than the
traffic signs on the bridge, and the code runs on the power of a small solar panel in winter.`,
  },
  {
    day: 'yesterday',
    title: 'Crayon: Conditioning Diffusion Models on Children’s Drawings Without Correcting Them',
    authors: ['Philippa Dunnegan', 'Jun Matsubaraya', 'Adaeze Nwachukelu'],
    categories: ['cs.CV', 'cs.HC'],
    abstract: `Give a child's drawing to a picture generator and it will be corrected: the dog gets four legs, the sun leaves
the corner. We study diffusion models that leave a drawing as it was meant. Crayon conditions on strokes in the order
in which they were drawn, and is trained to keep the number, the place and the relative size of things, but is free in
everything else. Ninety children between four and eight told us what their drawings showed, and judged what came back.
They recognised their own picture in 86% of the cases, compared with 31% for a strong baseline, and laughed in about
half of them, which we report as it was recorded. No drawing was kept without the consent of its artist.`,
    pick: {
      upvotes: 71,
      hasPicture: true,
      code: 'crayon',
      stars: 262,
      summary: 'A diffusion model conditioned on stroke order keeps what children drew instead of correcting it.',
      keywords: ['diffusion models', 'sketch conditioning'],
      comments: 8,
    },
  },
  {
    day: 'yesterday',
    title: 'Half a Frame Ahead: Flow Matching for Robot Hands That Catch',
    authors: ['Severin Achterkamp', 'Olena Hrytsayko', 'Dumisani Ndlokose'],
    categories: ['cs.RO', 'cs.LG'],
    abstract: `Catching is planning against a clock. By the time a camera frame has been processed, the ball is elsewhere. We
train a policy by flow matching that answers with a whole motion, and may be interrupted at any step of the flow: the
half-finished motion is already safe, merely less exact. As frames arrive, the flow is continued from where it stood
rather than begun again, so that the hand moves half a frame ahead of its own perception. A four-fingered hand catches
balls, eggs and crumpled paper at 87%, 71% and 90%, and its reactions shorten from 110 to 38 milliseconds. Eggs that
were missed were replaced by the first author, at his own expense.`,
    pick: {
      upvotes: 44,
      code: 'half-a-frame',
      stars: 65,
      organization: 'Fjordside Robotics',
      summary: 'An interruptible flow matching policy lets a robot hand act before its perception is finished.',
      keywords: ['flow matching', 'robotics', 'dexterous manipulation'],
    },
  },
  {
    day: 'yesterday',
    arxiv: 'unlisted',
    ageDays: 2,
    title: 'Night Bus: Monocular Depth from Street Lights Alone',
    authors: ['Evander Locksley-Oyelu', 'Chiyoko Harunobe'],
    categories: ['cs.CV', 'cs.RO'],
    abstract: `At night a camera sees little besides lamps, but lamps stand at known heights along lines that planners drew.
Night Bus estimates depth from street lights alone: it finds them, recognises their kind, and solves for the road under
which they make sense. The rest of the picture may be black. On 300 hours of night driving in eight towns the median
error is 5% up to a hundred metres, better than daylight networks that were adapted to the dark, and the method knows
when it has too few lamps and says so. It fails at harbours and at Christmas. We release the lamp catalogue, which was
assembled with the help of eleven municipal lighting departments, to all of whom we are grateful.`,
    pick: {
      upvotes: 26,
      code: 'night-bus',
      summary: 'Depth at night is estimated from street lights, whose heights and layout are known.',
      keywords: ['monocular depth', 'autonomous driving'],
    },
  },
  {
    day: 'yesterday',
    title: 'Hearing the Shape of a Room from One Clap, Approximately',
    authors: ['Melchior Krantzweiler', 'Seraphine Delacroisette', 'Adaora Umezuike'],
    categories: ['eess.AS', 'cs.SD', 'physics.class-ph'],
    abstract: `One cannot, in general, hear the shape of a room from one clap. One can hear a great deal of it. We pose the
reconstruction as inference over shapes and give, for every clap, a set of rooms that could have made it, with their
probabilities. A diffusion model over floor plans proposes, an exact wave solver disposes. In 58 real rooms the true
plan was within the most probable hundred in 90% of the cases, and two claps from different corners were enough to
single it out in 77%. Curtains remain invisible. The method is meant for people who find their way by sound, and
eleven of them took part in its design from the first day.`,
    pick: {
      day: 'today',
      upvotes: 22,
      summary: 'A diffusion prior over floor plans with an exact wave solver infers room shapes from a clap.',
      keywords: ['room acoustics', 'inverse problems', 'diffusion models'],
    },
  },
];
