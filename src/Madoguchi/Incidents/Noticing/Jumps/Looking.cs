namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>Which keys have jumped among the contacts of the last hours. Each is held against its normal share of what is normal at this hour of this weekday, raised by as
/// much as everything else is raised, and where much comes that no past explains (a launch) against the other keys too. The narrowest key that explains a jump is the one;
/// the wider ones are judged by what is left.</summary>
public sealed class Looking
{
    /// <summary>Fewer people are no incident.</summary>
    public const int Fewest = 3;

    private readonly DateTimeOffset now;
    private readonly Past past;
    private readonly IReadOnlyList<Told> like;
    private readonly double level;
    private readonly int fewest;
    private readonly Dictionary<Told, int> likeBefore = [];

    private Looking(DateTimeOffset now, Past past, IReadOnlyList<Told> like, FalseAlarms chosen, int fewest)
    {
        (this.now, this.past, this.like, this.fewest) = (now, past, like, fewest);
        level = Sensitivity.Level(chosen, past.Kinds);
    }

    /// <param name="contacts">Of the last three hours, without those that an incident or a proposal explains.</param>
    /// <param name="like">Contacts of like hours before, for texts that have no key.</param>
    /// <param name="fewest">Fewer people are no jump, however rare.</param>
    public static IReadOnlyList<Jump> At(DateTimeOffset now, IReadOnlyList<Told> contacts, Past past, IReadOnlyList<Told> like, FalseAlarms chosen, int fewest = Fewest)
    {
        var looking = new Looking(now, past, like, chosen, fewest);
        var (found, rest) = (new List<Jump>(), contacts.Where(c => c.At <= now).OrderBy(c => c.At).ToList());
        foreach (var kind in Enum.GetValues<JumpKind>())
        {
            while (looking.Most(kind, rest) is { } jump)
            {
                found.Add(jump);
                var taken = jump.Cases.ToHashSet();
                rest.RemoveAll(taken.Contains);
            }
        }

        return found;
    }

    /// <summary>The keys whose past is needed.</summary>
    public static IReadOnlyList<JumpKey> Asked(IReadOnlyList<Told> contacts) =>
    [
        .. Enum.GetValues<JumpKind>().SelectMany(kind => contacts.Select(c => c.By(kind)).OfType<string>().GroupBy(t => t).Where(g => g.Count() >= Fewest).Select(g => new JumpKey(kind, g.Key))),
    ];

    private Jump? Most(JumpKind kind, List<Told> rest)
    {
        var (groups, all) = (Groups(kind, rest), People.InWindows(rest, now));
        var best = groups.Where(g => g.Cases.Count >= fewest).Select(g => Judge(g, all, groups)).OfType<Jump>().OrderBy(j => j.Chance).FirstOrDefault();
        return best is null ? null : Narrow(kind is JumpKind.Exact ? Widen(best, rest) : best);
    }

    private List<Group> Groups(JumpKind kind, List<Told> rest) =>
    [
        .. (kind is JumpKind.Words ? Likes.Groups(rest.Where(c => c.ErrorText is null)).Select(g => new Group(new(kind, g.First.Mark.Sketch), g.All, now))
            : rest.Where(c => c.By(kind) is not null).GroupBy(c => c.By(kind)!).Select(g => new Group(new(kind, g.Key), [.. g], now))).OrderByDescending(g => g.Cases.Count), // filtered: not null
    ];

    // In the window in which it is most striking; nothing, when it is in none.
    private Jump? Judge(Group group, int[] all, List<Group> groups)
    {
        Jump? best = null;
        for (var window = 0; window < Sensitivity.Windows.Count; window++)
        {
            var seen = group.Seen[window];
            if (seen < fewest || Chance(group, window, all[window] - seen, groups) is not { } found || found.Chance >= level || found.Chance >= best?.Chance)
                continue;
            var from = now.AddMinutes(-Sensitivity.Windows[window]);
            best = new(group.Key, null, false, [.. group.Cases.Where(c => c.At > from)], Sensitivity.Windows[window], found.Expected, seen, found.Chance);
        }

        // One that is next to never heard of belongs together as far back as we look.
        return best is { } jump && IsNew(group.Key, group.Cases[0]) ? jump with { Cases = group.Cases } : best;
    }

    private (double Chance, double Expected)? Chance(Group group, int window, int others, List<Group> groups)
    {
        var (key, seen) = (group.Key, group.Seen[window]);
        // Whether much or little of something is normal, only its own past can tell; of an error text one knows that it is no thing of every day.
        if (key.Kind is JumpKind.Product or JumpKind.Problem && (past.Days < 7 || past.DaysSince(key) < 7))
            return null;
        var normal = Normal.Of(past, key, key.Kind is JumpKind.Words ? Before(group.Cases[0]) : null, like.Count, now, Sensitivity.Windows[window], others);
        var chance = normal.Chance(seen);
        // Where no past explains what comes, it must stand out among the others besides.
        return chance < level && normal.IsMuchUnexplained(past, others) && !Launch.StandsOut(key.Kind, seen, others, groups.Where(g => g.Key != key).Select(g => g.Seen[window])) ? null : (chance, normal.Mean);
    }

    // So rare that none would have been ordinary in all the time that we look back on.
    private bool IsNew(JumpKey key, Told first)
    {
        var (known, among) = key.Kind is JumpKind.Words ? (Before(first), like.Count) : (past.Of(key), past.Total);
        return known == 0 || Normal.All(past, now, Sensitivity.Windows[^1]) * known / among < 0.5;
    }

    private int Before(Told first) => likeBefore.TryGetValue(first, out var known) ? known
        : likeBefore[first] = People.Among(like.Where(l => l.Sketch is { } sketch && first.Sketch!.Likeness(sketch) >= Likes.Alike)); // grouped: it has one

    // One wording with several numbers in it, each of which jumps: then it is the wording.
    private Jump Widen(Jump exact, List<Told> rest)
    {
        var (groups, mine) = (Groups(JumpKind.ErrorText, rest), exact.Cases.ToHashSet());
        var whole = groups.Single(g => g.Key.Text == exact.Cases[0].ErrorText); // of an exact text: it has one
        var others = new Group(whole.Key, [.. whole.Cases.Where(c => !mine.Contains(c))], now);
        return others.Cases.Count >= fewest && Judge(others, People.InWindows([.. rest.Where(c => !mine.Contains(c))], now), groups) is not null && Judge(whole, People.InWindows(rest, now), groups) is { } wide ? wide : exact;
    }

    // Ordinary with the others, and a jump with one: then it is that one's.
    private Jump Narrow(Jump jump)
    {
        if (jump.Key.Kind is JumpKind.Product || jump.Cases.Select(c => c.Product).Distinct().ToList() is not { Count: > 1 })
            return jump with { Product = jump.Cases[0].Mark.Product };
        var most = jump.Cases.GroupBy(c => c.Product).OrderByDescending(g => g.Count()).First();
        var others = jump.Cases.Count - most.Count();
        var usual = jump.Expected * Math.Max(1, (now - jump.Since).TotalMinutes / jump.Window);
        return most.Key is null || others > Math.Max(usual * 2, usual + 3) || usual < 0.5 ? jump
            : jump with { Product = most.First().Mark.Product, IsNarrowed = true, Cases = [.. most] };
    }

    /// <summary>Contacts that have one thing in common, the oldest first.</summary>
    private sealed class Group(JumpKey key, IReadOnlyList<Told> cases, DateTimeOffset now)
    {
        public JumpKey Key => key;

        public IReadOnlyList<Told> Cases => cases;

        /// <summary>Different people, window by window.</summary>
        public IReadOnlyList<int> Seen => field ??= People.InWindows(cases, now);
    }
}
