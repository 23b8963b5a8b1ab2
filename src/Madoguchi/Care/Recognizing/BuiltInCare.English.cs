namespace Madoguchi.Care.Recognizing;

public static partial class BuiltInCare
{
    private static readonly Dictionary<CareKind, IReadOnlyList<string>> English = new()
    {
        [CareKind.Violence] =
        [
            "4 (kill|murder|strangle|stab|shoot|beat|punch|slap|hurt|smash|choke) (you|u|yourself|yourselves|your face|your head|every one of you|all of you)",
            "4 (kill|hang|shoot|harm) yourself",
            "4 (hope|wish) (you|u|your family|your kids|your children|that you|you all)…(die|dies|get cancer|get sick|suffer|burn|get hit|are next|crash|rot)",
            "4 (drop dead|go die|you deserve to die|you should die|you should be shot|deserve a beating|deserve to be hit|rot in hell|burn in hell)",
            "3 (break|snap) (your|you in) (neck|legs|arms|fingers|face|jaw|half|nose)",
            "3 (bring|get|have) (a|my) (gun|knife|bat|hammer)",
            "3 (burn|blow) (your|the|that|this) (office|building|house|shop|place|desk|call centre|call center|store)…(down|up)",
            "3 (watch your back|sleep with one eye open|you will regret|you'll regret|make you regret|make you pay|you will pay for this|you'll pay for this|make you suffer|make you cry)",
            "3 (come|coming|drive|driving) (over|down|round|there|to your)…(and|to) (sort you|teach you|show you|deal with you|smash|hurt|beat|punch|slap|break|make you)",
            "3 (you will get|you'll get|you are going to get|you're going to get) (what you deserve|what is coming|what's coming|yours|hurt)",
            "3 (bash|smash|crack|cave|kick|split|knock) (your|you're|ur) (head|skull|face|teeth|knees|ribs)",
            "3 (throttle|slit|skin|drown|crush|run) (you|u|your throat|you over|you down)",
            "2 (you are|you're|consider yourself) (finished|done for|dead meat|a dead)",
        ],
        [CareKind.Insult] =
        [
            "3 (you|u|your agent|your staff|you people|you lot|the agent|agent|whoever answered|the person|that girl|this guy|he|she|they|your colleague|your manager)…(an|a|are|is|bunch of|such a|such an|total|complete|fucking|absolute|utter) (idiot|idiots|moron|morons|imbecile|imbeciles|cretin|fool|fools|clown|clowns|dimwit|halfwit|loser|losers)",
            "3 (you|u|your agent|your staff|you people|you lot|the agent|agent|the person|that girl|this guy|your colleague|you must be|are you|you are|you're|you all)…(stupid|dumb|brainless|brain dead|braindead|thick|retarded|pathetic|worthless|useless|incompetent|clueless|illiterate|dense|moronic|idiotic|scum|trash|garbage|filth|a joke|slow in the head)",
            "3 (stupid|dumb|useless|worthless|brainless|incompetent|pathetic|ignorant|lazy|fucking|bloody|silly|clueless|thick) (idiot|idiots|moron|morons|cow|bitch|man|woman|girl|boy|people|person|agent|agents|fool|fools|clown|clowns|bastard|bastards|muppet|monkey|monkeys|robot|little|excuse)",
            "3 (idiot|idiots|moron|morons|imbecile|imbeciles|cretin|cretins|halfwit|dimwit|dimwits|dumbass|dipshit|asshole|arsehole|assholes|arseholes|bitch|bitches|bastards|scumbag|scumbags|wanker|wankers|prick|twat|cunt|dickhead|jackass|lowlife|retard|retards|pig|pigs)",
            "3 (fuck you|f\\*\\*k you|screw you|go to hell|piss off|sod off|shut up|shut your mouth|shut it|bugger off|get lost|f off|fuck off|stuff yourself|up yours)",
            "3 (brain|brains|iq|brain cell|brain cells|half a brain)…(the size|of a|missing|anywhere|in there|left|at all|do you have|have you got|between you)",
            "3 (dropped on your head|born without a brain|more brains than you|more sense than you|as (dumb|stupid|thick|dense|useless|slow) as (a|an|two|the|they)|dumber than|thicker than|stupider than)",
            "3 (how) (dumb|stupid|thick|dense|incompetent|ignorant|useless) (are you|can you be|could you be|do you have to be|can one person be|can you people be)",
            "3 (brainless|spineless|gutless|mindless|witless|snivelling|sniveling|slimy|filthy|disgusting|nasty|vile|wretched|pitiful) (clown|clowns|creature|person|people|worm|rat|toad|cow|pig|liar|man|woman|girl|agent|agents|human|excuse|little)",
            "3 (scum|filth|trash|garbage|vermin|lowlifes|parasites|idiots|morons|clowns|losers) like you",
            "3 (you|u) (numpty|plonker|pillock|tosser|nitwit|nincompoop|simpleton|dunce|airhead|blockhead|knucklehead|numbskull|bonehead|birdbrain|bozo|buffoon|peasant|lackey|maggot|cockroach|worm|weasel|slut|whore|hag|witch|clown|fool|liar|thief|crook|fraud|snake|rat|failure|disgrace|nobody)",
            "3 (you are|you're|you were|u r|ur) (a|an|such a|such an|nothing but a|the worst kind of|a complete|a total|an absolute|an utter)…(clown|fool|liar|thief|crook|fraud|failure|disgrace|nobody|waste|embarrassment|joke of a|snake|rat|weasel|worm|buffoon|simpleton|coward|bully|monster)",
            "3 (do|did|have|has|don't|didn't|can|can't|are) (you|u|your)…(a brain|even have a brain|any brain|use your brain|brain cells|brain damage|born stupid|dropped on your head|ever go to school|finish school|actually read|too stupid|too dumb|too thick|mentally|even literate|able to read)",
            "3 (monkey|dog|child|toddler|trained monkey|parrot|five year old|5 year old|goldfish|brick|potato|cat|hamster)…(could do|can do|would do|does|do) (your job|it better|a better job|better than you|better work|more than you)",
            "3 (smarter|cleverer|more intelligent|brighter) than (you|all of you|you lot)",
            "3 (waste of (space|oxygen|air|skin|a human|a salary)|poor excuse for a|sorry excuse for a|disgrace to|you disgust me|you make me sick|disgusting human|disgusting person|excuse for a human|no better than)",
            "3 (you|u) (are|were|'re) (nothing|nobody|a nobody|beneath me|not human|subhuman|worthless|a liar|a thief|liars|thieves|vermin|parasites|a parasite|slime|rats|a rat)",
            "3 (your parents|your mother|your mum|your mom)…(ashamed|raised|must be|should have|never taught|failed)",
            "3 (get|find) (a real job|another job|a job you)",
            "3 (quit|leave) your job",
            "3 (you|u) (should|deserve to|ought to|need to) (be fired|get fired|lose your job|be sacked|be out of a job|be ashamed of yourself|be unemployed|starve)",
            "3 (too (stupid|dumb|thick|dense|lazy|slow|ignorant) to|even (you|an idiot like you) (can|could|should|might))",
            "2 (you people|your kind|people like you|the likes of you)",
            "2 (liar|liars|thief|thieves|crook|crooks|con artist|con artists|scammer|parasite|snake)$",
            "2 (know your place|do as you are told|do as you're told|you are paid to|you're paid to|you work for me|i own you|i pay your (wage|wages|salary))",
        ],
        [CareKind.Intimidation] =
        [
            "3 (ruin|destroy|wreck|bury|finish|crush|end) (you|your (little |whole |entire |pathetic |)(life|career|company|business|reputation|name|little company|shop))",
            "2 (post|put|publish|spread|expose|share|stream|plaster)…(your name|you|this call|this chat|it|this|everything|all of this) (all over|everywhere|on every|online|viral|for everyone|to the whole)",
            "2 (make sure|see to it|guarantee|swear)…(everyone|nobody|no one|whole world|whole internet)…(knows|buys|hears|sees|what you)",
            "2 (do you know who i am|do you have any idea who i am|you don't know who you are dealing with|you don't know who you're dealing with|you have no idea who|messing with the wrong)",
            "2 (or else|i'm warning you|i am warning you|last warning|final warning|don't test me|don't make me|you don't want to see me|you will see what)",
            "2 (or|unless|if not)…(my followers|the press|the papers|every journalist|the media|my lawyer will)…(destroy|ruin|tear|bury|finish|crush|hear your)",
            "1 (right now|this minute|this second|immediately)$",
        ],
        [CareKind.Kneeling] =
        [
            "4 (on your|on his|on her|get on|down on|go on) (your |)(knees|hands and knees)",
            "4 (kneel|grovel|bow down|beg for forgiveness|beg me|beg for mercy|kiss my (feet|shoes|boots|arse|ass)|lick my)",
            "3 (crawl|crawling) (to me|back|on the floor)",
        ],
        [CareKind.Persistence] =
        [
            "2 (call|calling|ring|ringing|phone|message|messaging|write|writing|email|emailing|keep)…(every (five minutes|ten minutes|hour|minute|half hour|single hour|ten seconds)|all night|day and night|until you (crack|cry|quit|break|beg|give)|non-stop|nonstop|hundred times a day)",
            "2 (never|not|won't) (leave you alone|let you go|let you sleep|stop until you|give you peace|give you a moment)",
            "2 (jam|block|clog|flood) (your|all your|up your) (lines|phone|phones|line|inbox|mailbox|desk)",
            "3 (stalk|follow) you",
        ],
        [CareKind.Confinement] =
        [
            "2 (you are|you're) not (going|leaving|hanging up|getting off|allowed)…(anywhere|until|till|this call|the phone|before|to leave|go home|to hang)",
            "2 (don't|do not|dare|you dare) (hang up|you dare hang|end this|close this|walk away|put me on hold)…(or|i will|i'll|on me)",
            "2 (keep you|hold you) (here|on the line|on this call|on the phone) (all|until|till|for)",
            "2 (not|won't|refuse to) (leave|leaving|move|moving) (your|the|this) (shop|office|store|lobby|building|counter|desk) until",
            "2 (come|drive|get) (to my (house|home|door|place)|over here)…(now|tonight|apologise|apologize|in person|and say)",
        ],
        [CareKind.Discrimination] =
        [
            "3 (foreigner|foreigners|immigrant|immigrants|indian|indians|pakistani|filipino|chinese|african|polish|mexican|arab|muslim|muslims|jew|jews|black|asian|gay|gays|trans|old hag|woman|women|female|girl|girls|disabled|cripple)…(can't|cannot|shouldn't|should not|should be (at|in)|are all|don't understand|have no place|like you|doing this job|never|belong|go home|useless|stupid|can not)",
            "3 (speak to|talk to|put on|give me|get me|want|transfer me to)…(someone|somebody|a person|an agent|a) (white|real english|native|who isn't foreign|who is not foreign|not foreign|from here|who speaks proper|man|real man|normal|who is from here|of my own)",
            "3 (go back to|back where you|back to your|your own) (your own|where you|your|country|you came|india|africa|china|village|jungle|mud)",
            "3 (your accent|that accent|your broken english|that silly accent)…(stupid|disgusting|makes me|hurts|joke|horrible|awful|idiot|learn|sick|embarrassing|ridiculous)",
            "3 (learn|speak) (proper |)(english|japanese) (or|before|you|,|if you)",
            "3 (retard|retarded|spastic|mongoloid|cripple|mental case|psycho|nutcase|savages|barbarians|third world|third-world)",
            "3 (back to|belong in|stay in) the kitchen",
            "3 (too old|too young|a woman|a girl|just a woman|just a girl|only a girl|only a woman) (to|you|for this|and)",
        ],
        [CareKind.Sexual] =
        [
            "3 (what|which|tell me what|describe what)…(you|u) (wearing|wear|look like naked|got on under|have on under)",
            "3 (your (breasts|boobs|tits|bra|underwear|panties|knickers|ass|arse|bum|body|legs|lips|bra size|figure))",
            "3 (sexy|sexier|hot voice|horny|turn me on|turns me on|turned on|naked|nude|nudes|blow job|blowjob|suck my|suck it|sleep with me|in bed|get laid|need a good)",
            "3 (go out|go on a date|have dinner|have a drink|come home|spend the night|come to my (room|place|hotel)|meet up) with me",
            "3 (are you|you) (single|married|seeing anyone|a virgin|wet|lonely tonight)",
            "3 (do you have|have you got|got|you have) a (boyfriend|girlfriend|husband|man at home)",
            "3 (kiss|touch|spank|cuddle|undress) (you|me)",
            "3 (sweetie|darling|baby|honey|gorgeous|sugar|babe|doll)…(what are you|your number|send me|give me|talk to me|say it|date|picture|photo|voice|meet)",
        ],
        [CareKind.Personal] =
        [
            "3 (know|find|found|find out|figure out|discover|track down|finding) (out |)(where you|your home|your house|your address|where your|who you are and where|you live|you and your family|your family|your kids|your children|where u)",
            "3 (your|your full|your real) (name|full name|surname|photo|picture|face|home address|address|personal number|private number|mobile number)…(online|everywhere|internet|facebook|twitter|public|all over|posted|viral|so i can|so that i can|or else|expose)",
            "3 (i will|i'll|i am going to|i'm going to|we will|we'll|gonna) (find you|hunt you|track you|trace you|come for you|come after you|find out who you are|find out where)",
            "3 (come|turn up|show up|drive|pay a visit) (round |over |)(to|at) your (house|home|work|door|flat|place)",
            "3 (give me|what is|what's|tell me|i want|send me) your (home|private|personal|own|full) (name and |)(home |)(address|number|phone|mobile|phone number|name and address)",
            "3 (get|have|see|make sure) (you|u|him|her|that girl|this agent|you all|him personally|her personally) (fired|sacked|dismissed|lose your job|loses her job|loses his job|thrown out|on the street|lose your house)",
            "3 (your job|your career|your life) (is|will be|'ll be|are) (over|mine|finished|gone|in my hands|history)",
            "3 (wait|waiting|be there|meet you|see you|be waiting) (for you |)(outside|after work|after your shift|at the door|in the car park|in the parking lot|when you finish|when you leave|at your house)",
            "3 (never work|never find (work|a job)) again",
            "3 (dox|doxx|doxing|doxxing)",
        ],
        [CareKind.Anger] =
        [
            "(furious|angry|livid|outraged|fed up|sick of|sick and tired|had enough|enough is enough|unacceptable|ridiculous|outrageous|disgrace|disgraceful|disgusted|appalling|appalled|terrible|horrible|awful|worst|pathetic|joke|shambles|beyond a joke)",
            "(what the hell|for god's sake|for fuck's sake|bullshit|bloody|damn|fucking|crap|wtf|the hell|how many times|how much longer|how long|third time|fourth time|fifth time|again and again|still waiting|nobody answers|no one answers|waste of time|rip off|scam|stupid|useless|rubbish|garbage|hopeless|incompetent|lied|lying|supervisor|manager|complaint|disappointed|frustrated|frustrating|insulting|an insult|treated like)",
        ],
        [CareKind.Harmless] =
        [
            "(i|i'm|im|i am|i was|i feel|i felt|me|my|we|call me|makes me|made me|feel|feeling|feels)…(feel |look |like |such |so |an |a |was |am |being |too |probably |just |)(idiot|stupid|dumb|fool|moron|thick|useless|worthless|pathetic|like a criminal|clueless|slow|a joke|old|lazy|incompetent)",
            "(stupid|dumb|useless|worthless|pathetic|fucking|bloody|idiotic|incompetent|brainless|moronic|ridiculous|retarded|damn) (app|application|thing|machine|bot|chatbot|robot|website|site|form|printer|router|software|update|system|captcha|menu|policy|rule|product|phone|device|program|error|code|button|design|question|questions|password|email|emails|answer|answers|process|voucher|link|box|package|game|cable|charger|service|company|company's|money|question)",
            "(app|application|thing|machine|bot|chatbot|robot|website|site|form|printer|router|software|update|system|captcha|menu|policy|product|phone|device|program|error|button|design|game|cable|charger|battery|service|it|this|that|instructions|manual|delivery|tracking|answer|reply|process|warranty|screen|help page|search)…(is|are|was|were|'s|seems|looks) (so |as |totally |completely |absolutely |utterly |just |a |such a |really |fucking |bloody |)(stupid|dumb|useless|worthless|pathetic|garbage|trash|idiotic|incompetent|a joke|brainless|moronic|rubbish|slow)",
            "(kill|kills|killed|killing) (the|my|all|this|that|it|a|its|your (app|update|service)|time|process|battery)",
            "(dying|died|dead|dies) (battery|phone|screen|pixel|pixels|link|laptop|line|on me|after)",
            "(not|isn't|aren't|wasn't|never) (your|the agent's|his|her|their) (fault|doing|problem)",
            "(you are|you're|you were|you've been|your colleague was|the agent was) not (stupid|useless|an idiot|the problem|to blame|incompetent)",
            "(shut up shop|shut up and take|shuts up|shut it down|shut it off|shut it and|will shut it|piggy|pig in a poke|guinea pig|guinea pigs|pigskin)",
            "(your name on|your full name and order|your name so (that |)(i can|we can) (thank|refer|mention)|my (name|full name|address|home address|photo))",
            "(get me|get us|got us) (fired|sacked)",
            "(my|our) (husband|wife|boyfriend|girlfriend|mother|mum|mom|parents|boss|child|son|daughter)",
            "(fire|fired|burn|burned|burnt|blow|blew)…(up in my|the fuse|my hand|my table|my kitchen)",
            "(only a child|a child could|even a child)…(understand|see|tell|use)",
            "(not idiots|not an idiot|not a fool|not a moron|not stupid|not fools|no idiot|like idiots|like an idiot|like a fool|like fools|for an idiot|for a fool|for fools|for idiots|take us for|take me for)",
        ],
    };
}
