using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Calls.ComingIn;

/// <summary>Who has taken the receiver: their page opens the sheet, with the caller found.</summary>
public static class AnsweringMapping
{
    public const string Kind = "call";

    public static Signal OnTheLine(Id<Agent> agent, Id<Case> theCase) => new(Topic.Of(agent), Kind, $$"""{"case":"{{theCase}}"}""");

    extension(Db db)
    {
        internal async Task<Id<Agent>?> WhoAnswered(CallReport report)
        {
            if (report is not { State: CallState.Answered, AnsweredBy: { } told })
                return null;
            if (Id<Agent>.TryParse(told, null, out var id))
                return await db.Agents.AnyAsync(a => a.Id == id && a.LeftAt == null, CancellationToken.None) ? id : null;
            var mail = told.Trim().ToLowerInvariant();
            return await db.Agents.Where(a => a.Email == mail && a.LeftAt == null).Select(a => (Id<Agent>?)a.Id).SingleOrDefaultAsync(CancellationToken.None);
        }
    }
}
