using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Desks;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Calling;

public static class CallingMapping
{
    // A row, not a form.
    private const int AtMost = 3;
    private static readonly string[] Usual = ["serialNumber", "model", "errorText"];
    private static readonly string[] AboutThePerson = ["name", "reading", "phone", "email"];

    extension(Db db)
    {
        /// <summary>Parameters of <see cref="CallSheet"/>: the desks where the agent may take a call, and what the first of them asks at intake.</summary>
        public async Task<(string Name, object? Value)[]> SheetFor(CurrentAgent me, TypedCall typed, CallerView? caller, Tongue t, CancellationToken ct)
        {
            var desks = await db.DesksOf(me, ct);
            var at = desks.FirstOrDefault(d => d.Slug == typed.Written.Desk) ?? desks.FirstOrDefault();
            var asked = at is null ? [] : await db.Set<IntakeQuestion>().AsNoTracking().Where(q => q.DeskId == at.Id).OrderBy(q => q.Position).ToListAsync(ct);
            var questions = asked.Select(q => (q.Key, Label: q.LabelIn(t))).Concat(Usual.Select(k => (Key: k, Label: FactLabels.Label(k, t)))).DistinctBy(q => q.Key).ExceptBy(AboutThePerson, q => q.Key).Take(AtMost);
            // What was typed for another desk's question is not lost with it.
            var typedToo = (typed.Written.Facts?.Keys ?? []).Select(k => (Key: k, Label: FactLabels.Label(k, t)));
            (string, object?)[] sheet = [("Typed", typed), ("Desks", desks), ("At", at), ("Languages", Languages(at, me)), ("Questions", questions.Concat(typedToo).DistinctBy(q => q.Key).ToList()), ("Caller", caller ?? new CallerView()), ("Burning", await db.OpenIncidents.AsNoTracking().OrderByDescending(i => i.DeclaredAt).Take(AtMost).ToListAsync(ct))];
            return typed.Key is { } key ? [.. sheet, ("Key", key)] : sheet;
        }

        /// <summary>The desk that was called: a case that goes on at a desk of the agent's stays there.</summary>
        public async Task<string?> DeskOf(TypedCall typed, CurrentAgent me, CancellationToken ct)
        {
            var desks = await db.DesksOf(me, ct);
            if (typed.CaseId is { } id && await db.Cases.AsNoTracking().VisibleTo(me, db).Where(c => c.Id == id).Select(c => (Id<Desk>?)c.DeskId).SingleOrDefaultAsync(ct) is { } owner
                && desks.FirstOrDefault(d => d.Id == owner) is { } there)
                return there.Slug;
            return typed.Written.Desk is { } slug ? slug : desks.FirstOrDefault()?.Slug;
        }

        // Who sits nowhere stands in everywhere.
        internal Task<List<Desk>> DesksOf(CurrentAgent me, CancellationToken ct)
        {
            var (mine, all) = (me.Desks, me.Desks.Count == 0 && me.SeesAll);
            return db.Desks.AsNoTracking().Where(d => all || mine.Contains(d.Id)).OrderBy(d => d.Slug).ToListAsync(ct);
        }
    }

    // The desk's own first: who calls in another one is spoken to in it, on their page too.
    private static List<string> Languages(Desk? at, CurrentAgent me) => [.. (at?.Languages ?? []).Concat(me.Languages).Append("ja").Append("en").Distinct()];
}
