using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Thanks.Reading;

public static class SupportersMapping
{
    /// <summary>Who helped in this case, in the order in which they came; who has left since is still thanked.</summary>
    public static async Task<IReadOnlyList<Supporter>> Supporters(this Db db, Id<Case> id, CancellationToken ct)
    {
        var acts = (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Role == Role.Agent && (!e.Internal || e.Kind == Supporter.Served) && e.ById != null && e.Withdrawn == null)
            .OrderBy(e => e.Number).Select(e => new { e.Kind, e.Internal, By = e.ById!.Value, e.ByName }).ToListAsync(ct)) // asked for: not null
            .Where(e => Supporter.IsHelp(e.Kind, e.Internal)).ToLookup(e => e.By, e => e.Internal ? null : e.ByName); // inside, the real name stands
        var ids = acts.Select(a => new Id<Agent>(a.Key)).ToList();
        var names = await db.Agents.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => a.ShownName, ct);
        return [.. acts.Where(a => names.ContainsKey(a.Key)).Select(a => new Supporter(a.Key, names[a.Key], [.. a.OfType<string>().Distinct()]))];
    }
}
