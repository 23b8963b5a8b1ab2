using Madoguchi.Cases;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Search;

/// <param name="Entry">The number of the newest entry in which all of the words stand; missing when they stand in what the case is called.</param>
/// <param name="Kind">The kind of that entry, or <c>case</c>.</param>
/// <param name="Snippet">A piece of it around the words: plain text on one line.</param>
/// <param name="Marks">Where the words stand in the snippet: start and length in UTF-16 units.</param>
public sealed record FoundCase(
    Id<Case> CaseId, string CustomerNumber, string? Name, string Subject, Status Status, string Desk, DateTimeOffset At, int? Entry, string Kind, string Snippet, IReadOnlyList<int[]> Marks);

/// <param name="Name">Missing for a number that was typed in full but of whom this agent has no case: the card tells more, on record.</param>
/// <param name="CaseId">The newest case that the agent may see.</param>
public sealed record FoundPerson(string CustomerNumber, string? Name = null, string? Reading = null, string? Company = null, Id<Case>? CaseId = null, string? Subject = null);

/// <param name="Next">Ask again with this cursor: there is more.</param>
public sealed record Hits(IReadOnlyList<FoundCase> Cases, IReadOnlyList<FoundPerson> Customers, string? Next);

public static class SearchMapping
{
    public const int AtMost = 50;
    public const int Usual = 20;

    // So many texts are read over at one look; whoever wants to look farther asks for more.
    private const int Rounds = 20;

    extension(Db db)
    {
        /// <summary>Cases by their words, newest first, and customers by number, name or address: what this agent may see, and nothing of the rest.</summary>
        /// <param name="before">The cursor of an earlier answer: customers are in the first one only.</param>
        public async Task<Hits> Search(string q, CurrentAgent agent, CancellationToken ct, int limit = Usual, long? before = null)
        {
            var sought = Sought.Read(q);
            var (cases, next) = sought.IsNothing ? ([], null) : await db.CasesWith(sought, agent, limit, before, ct);
            return new(cases, before is null ? await db.CustomersWith(q, sought, agent, limit, ct) : [], next?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        private async Task<(IReadOnlyList<FoundCase> Cases, long? Next)> CasesWith(Sought sought, CurrentAgent agent, int limit, long? before, CancellationToken ct)
        {
            var (isRare, calm) = (await db.IsRare("search_texts", sought, ct), db.GetService<Listeners>());
            var (found, shown, reached) = (new List<(Hit Hit, Snippet Snippet)>(), new HashSet<Id<Case>>(), before ?? long.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                var hits = await db.Hits(sought, isRare, agent, [.. shown], reached, limit + 1, ct);
                shown.UnionWith(before is null ? [] : await db.ShownBefore([.. hits.Select(h => h.CaseId).Distinct()], sought, before.Value, ct));
                foreach (var hit in hits)
                {
                    if (shown.Contains(hit.CaseId) || Snippet.Of(Shown(hit, calm), sought) is not { } snippet)
                        continue;
                    if (found.Count == limit)
                        return (await db.Show(found, agent, ct), found[^1].Hit.Id);
                    found.Add((hit, snippet));
                    shown.Add(hit.CaseId);
                }

                if (hits.Count <= limit)
                    return (await db.Show(found, agent, ct), null);
                reached = hits[^1].Id;
            }

            return (await db.Show(found, agent, ct), reached);
        }

        private async Task<List<Hit>> Hits(Sought sought, bool isRare, CurrentAgent agent, List<Id<Case>> without, long before, int atMost, CancellationToken ct)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(agent, db);
            var hits = db.Matching(sought, isRare).Where(t => t.Id < before && visible.Any(c => c.Id == t.CaseId) && !without.Contains(t.CaseId)).OrderByDescending(t => t.Id).Take(atMost);
            return await hits.Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t, c })
                .GroupJoin(db.Entries, x => new { x.t.CaseId, x.t.Number }, e => new { e.CaseId, e.Number }, (x, entries) => new { x.t, x.c, entries })
                .SelectMany(x => x.entries.DefaultIfEmpty(), (x, e) => new { x.t, x.c, e }).OrderByDescending(x => x.t.Id).Select(x => new Hit(x.t.Id, x.t.CaseId, x.c, x.e)).ToListAsync(ct);
        }

        // Of which of these a newer text stood on an earlier page.
        private async Task<IReadOnlyList<Id<Case>>> ShownBefore(List<Id<Case>> ids, Sought sought, long before, CancellationToken ct)
        {
            var newer = await db.Matching(sought, false).Where(t => t.Id >= before && ids.Contains(t.CaseId)).Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t, c })
                .GroupJoin(db.Entries, x => new { x.t.CaseId, x.t.Number }, e => new { e.CaseId, e.Number }, (x, entries) => new { x.t, x.c, entries })
                .SelectMany(x => x.entries.DefaultIfEmpty(), (x, e) => new Hit(x.t.Id, x.t.CaseId, x.c, e)).ToListAsync(ct);
            return [.. newer.Where(n => sought.IsIn(Folded.Of(n.Words).Text)).Select(n => n.CaseId).Distinct()];
        }

        private IQueryable<SearchText> Matching(Sought sought, bool isRare) => (db.IsPostgres
            ? isRare ? db.SearchTexts.FromSql($"""select "Id", "CaseId", "Number" from search_texts where "Words" @@ {sought.Query}::tsquery offset 0""")
            : db.SearchTexts.FromSql($"""select "Id", "CaseId", "Number" from search_texts where "Words" @@ {sought.Query}::tsquery""")
            : db.SearchTexts.FromSql($"""select w.rowid as "Id", t."CaseId", t."Number" from search_texts_words({sought.Match}) w cross join search_texts t on t."Id" = w.rowid""")).AsNoTracking();

        // PostgreSQL cannot know how many texts begin with a piece, and would rather read all of them from the newest on. So a few are fetched by the
        // index first: if that is all, they are sorted (the "offset 0" keeps the order out of it); if there are many, the newest are soon found by reading on.
        internal async Task<bool> IsRare(string table, Sought sought, CancellationToken ct)
        {
            if (!db.IsPostgres)
                return true;
            const int few = 2_000;
#pragma warning disable EF1002 // our own tables' names
            return await db.Database.SqlQueryRaw<int>($$"""select count(*)::int as "Value" from (select 1 from {{table}} where "Words" @@ {0}::tsquery limit {{few}}) x""", sought.Query).SingleAsync(ct) < few;
#pragma warning restore EF1002
        }

        private async Task<IReadOnlyList<FoundCase>> Show(List<(Hit Hit, Snippet Snippet)> found, CurrentAgent agent, CancellationToken ct)
        {
            var ids = found.Select(f => f.Hit.CaseId).ToList();
            var known = await db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => ids.Contains(c.Id)).Join(db.Customers, c => c.CustomerId, p => p.Id, (c, p) => new { c.Id, c.DeskId, p.Number, p.Name })
                .Join(db.Desks, c => c.DeskId, d => d.Id, (c, d) => new { c.Id, c.Number, c.Name, d.Slug }).ToDictionaryAsync(c => c.Id, ct);
            return
            [
                .. from one in found
                   where known.ContainsKey(one.Hit.CaseId) // the right to see it may have gone meanwhile
                   let more = known[one.Hit.CaseId]
                   select new FoundCase(one.Hit.CaseId, more.Number, more.Name, one.Hit.Case.Subject, one.Hit.Case.Status, more.Slug, one.Hit.Entry?.At ?? one.Hit.Case.OpenedAt,
                       one.Hit.Entry?.Number, one.Hit.Entry?.Kind ?? "case", one.Snippet.Text, one.Snippet.Marks),
            ];
        }
    }

    // What hurts is not shown in passing, whatever was looked for.
    private static string Shown(Hit hit, Listeners calm) => hit.Entry is { } entry && Entry.IsOfCustomer(entry.Role, entry.Kind) ? calm.Calm(hit.Words) : hit.Words;

    private static string Words(Case theCase, Entry? entry) => (entry is null ? Texts.Of(theCase) : entry.Withdrawn is null ? Texts.Of(entry.What) : null) ?? "";

    private sealed record Hit(long Id, Id<Case> CaseId, Case Case, Entry? Entry)
    {
        public string Words => Words(Case, Entry);
    }
}
