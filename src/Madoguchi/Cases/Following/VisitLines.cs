using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Following;

/// <summary>Visits as nodes tell each other of them: a line each, short, because a thousand open chats are told again every few seconds.</summary>
public static class VisitLines
{
    // What PostgreSQL carries in one notice, with room for its own escapes.
    private const int Longest = 1_000;

    public static string There(PageVisit visit) =>
        string.Join('\t', "+", Short(visit.Id), Short(visit.CaseId.Value), visit.Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            visit.Agent is { } agent ? Short(agent.Value) : "", visit.Name?.Replace('\t', ' '));

    public static string Left(PageVisit visit) => string.Join('\t', "-", Short(visit.Id), Short(visit.CaseId.Value));

    public static string Typing(Id<Case> caseId, Id<Agent> agent, bool reply) => string.Join('\t', reply ? "r" : "w", Short(caseId.Value), Short(agent.Value));

    public static IEnumerable<string> Packed(IEnumerable<string> lines)
    {
        var pack = new StringBuilder();
        foreach (var line in lines)
        {
            if (pack.Length > 0 && pack.Length + line.Length >= Longest)
            {
                yield return pack.ToString();
                pack.Clear();
            }

            pack.Append(pack.Length > 0 ? "\n" : "").Append(line);
        }

        if (pack.Length > 0)
            yield return pack.ToString();
    }

    /// <summary>Tells the registry what another node said; the cases that it is about.</summary>
    public static IReadOnlyCollection<Id<Case>> Hear(this Visits visits, string pack, Predicate<Guid> isOwn, DateTimeOffset now)
    {
        var about = new HashSet<Id<Case>>();
        foreach (var line in pack.Split('\n'))
        {
            switch (line.Split('\t'))
            {
                case ["+", var visit, var theCase, var since, var agent, var name] when !isOwn(Long(visit)):
                    about.Add(new(Long(theCase)));
                    visits.Renew(new PageVisit(Long(visit), new(Long(theCase)), agent.Length == 0 ? null : new(Long(agent)), name.Length == 0 ? null : name,
                        DateTimeOffset.FromUnixTimeSeconds(long.Parse(since, CultureInfo.InvariantCulture)), now));
                    break;
                case ["-", var visit, var theCase]:
                    about.Add(new(Long(theCase)));
                    visits.End(new(Long(theCase)), Long(visit), now);
                    break;
                case ["w" or "r", var theCase, var agent]:
                    about.Add(new(Long(theCase)));
                    visits.Write(new(Long(theCase)), new(Long(agent)), line[0] == 'r', now);
                    break;
                default: // our own, or a newer node's word that we do not know
                    break;
            }
        }

        return about;
    }

    private static string Short(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    private static Guid Long(string id) => new(Base64Url.DecodeFromChars(id));
}
