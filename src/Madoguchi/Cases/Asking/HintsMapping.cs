using Madoguchi.Cases.Facts;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Asking;

/// <summary>Known already: shown beside the draft before the question is sent.</summary>
public sealed record Hint(string Key, string Label, string Value, DateTimeOffset At, string Desk, bool Verified);

public static class HintsMapping
{
    extension(Db db)
    {
        /// <summary>The known facts that a draft asks for; null when the case is not this agent's to see.</summary>
        public async Task<IReadOnlyList<Hint>?> HintsFor(Id<Case> id, Caller caller, string draft, DateTimeOffset now, CancellationToken ct)
        {
            if (caller.Agent is null || await db.Cases.AsNoTracking().VisibleTo(caller, db, now).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                return null;
            var known = (await db.Show(theCase, await db.KnownAt(theCase, ct), caller, ct)).ToLookup(f => f.Key);
            var words = await db.Words(theCase, ct);
            var called = Synonyms.Keys.Concat(known.Select(f => f.Key)).Concat(words.Questions.Keys).Distinct().ToDictionary(k => k, words.Called);
            return [.. AskedIn.Keys(draft, called).SelectMany(k => known[k].Take(1)).Select(f => new Hint(f.Key, f.Label, f.Value, f.At, f.Desk, f.Verified))];
        }
    }
}
