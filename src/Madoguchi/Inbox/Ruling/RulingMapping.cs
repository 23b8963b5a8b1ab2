using Madoguchi.Desks;
using Madoguchi.Remedies;
using Madoguchi.Rules;
using Madoguchi.Rules.Broken;
using Madoguchi.Rules.Keeping;
using Madoguchi.Rules.Telling;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Ruling;

public static class RulingMapping
{
    private const int Shown = 100;
    private const int Drawn = 20_000;

    extension(Db db)
    {
        /// <summary>Null: there is no such rule.</summary>
        public async Task<RulePageView?> RulePage(Id<Rule> id, CurrentAgent me, string? after, string? telling, TellDraft? draft, string? wrong, DateTimeOffset now, CancellationToken ct)
        {
            if (await db.RuleNow(id, ct) is not { } rule)
                return null;
            var since = await db.RuleBreaks.Where(b => b.RuleId == id && b.HealedAt == null).OrderByDescending(b => b.Since).Select(b => b.Since).Take(Drawn).ToListAsync(ct);
            return new(
                rule, me, await db.BrokenNow(id, me, after is null ? null : BrokenCursor.Read(after), Shown, ct), BreakColumns.Of(since, now),
                me.SeesAll && rule.Untold > 0 ? await db.WouldTell(id, ct) : null, await db.TellingsOf(id, null, ct), Id<RuleTelling>.TryParse(telling, null, out var one) ? await db.RecipientsOf(id, one, me, ct) : null,
                draft, wrong, me.SeesAll ? await db.Desks.AsNoTracking().OrderBy(d => d.Slug).ToListAsync(ct) : [], me.SeesAll ? [.. (await db.Catalogue(ct)).Where(r => !r.Retired)] : [], now);
        }
    }
}
