namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>How many people they are: contacts that share an address, a telephone or a number are one person's, however many there are of them, and through whomever they are joined.</summary>
public sealed class People
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<int> joined = [];

    public int Count { get; private set; }

    public static int Among(IEnumerable<Told> contacts)
    {
        var people = new People();
        foreach (var told in contacts)
            people.Add(told);
        return people.Count;
    }

    /// <summary>In each of the last windows.</summary>
    /// <param name="contacts">The oldest first.</param>
    public static int[] InWindows(IReadOnlyList<Told> contacts, DateTimeOffset now)
    {
        var (people, counts, next) = (new People(), new int[Sensitivity.Windows.Count], contacts.Count - 1);
        for (var window = 0; window < counts.Length; window++)
        {
            var from = now.AddMinutes(-Sensitivity.Windows[window]);
            for (; next >= 0 && contacts[next].At > from; next--)
                people.Add(contacts[next]);
            counts[window] = people.Count;
        }

        return counts;
    }

    private void Add(Told told)
    {
        var mine = -1;
        foreach (var sign in told.Signs)
        {
            var theirs = known.TryGetValue(sign, out var at) ? Root(at) : -1;
            if (mine < 0 && theirs < 0)
            {
                joined.Add(mine = joined.Count);
                Count++;
            }
            else if (mine < 0)
                mine = theirs;
            else if (theirs >= 0 && theirs != mine)
            {
                joined[mine] = theirs;
                mine = theirs;
                Count--;
            }

            known[sign] = mine;
        }
    }

    private int Root(int at)
    {
        while (joined[at] != at)
            at = joined[at] = joined[joined[at]];
        return at;
    }
}
