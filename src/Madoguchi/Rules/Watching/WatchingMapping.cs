using Madoguchi.ProductLog;
using Madoguchi.Rules.Checking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Rules.Watching;

/// <summary>Carries states on and writes what breaks and heals by it. Everything here may be done twice: what is known already changes nothing.</summary>
public static class WatchingMapping
{
    extension(Db db)
    {
        /// <summary>Rules as they are until this work ends: whoever changes one waits, and throws away what was remembered by it.</summary>
        public async Task<List<Rule>> HoldRules(IReadOnlyCollection<Id<Rule>> ids)
        {
            var held = ids.Select(id => id.Value).ToArray();
            var rules = db.IsPostgres ? db.Rules.FromSql($"""select * from rules where "Id" = any({held}) order by "Id" for share""") : db.Rules.Where(r => ids.Contains(r.Id));
            return [.. (await rules.AsNoTracking().ToListAsync(CancellationToken.None)).Where(r => r.IsInUse)];
        }

        /// <summary>Events for one rule, of any keys.</summary>
        public async Task TakeIn(Rule rule, ILookup<string, Seen> seen, DateTimeOffset now)
        {
            var keys = seen.Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
            var known = (await db.HoldStates(rule.Id, keys)).ToDictionary(s => s.Key);
            foreach (var key in keys.Where(k => !known.ContainsKey(k)))
                db.Set<KeyState>().Add(known[key] = new() { RuleId = rule.Id, Key = key, State = RuleState.Empty.Write() });
            foreach (var state in known.Values)
                state.State = RuleState.Read(state.State).With(rule.Terms, seen[state.Key]).Write();
            await db.Judge(rule, [.. known.Values], now);
        }

        /// <summary>What time alone may have broken.</summary>
        public async Task<int> LookAgain(Rule rule, IReadOnlyList<string> keys, DateTimeOffset now)
        {
            var due = (await db.HoldStates(rule.Id, keys)).Where(s => s.DueAt < now).ToList();
            await db.Judge(rule, due, now);
            return due.Count;
        }

        private async Task<List<KeyState>> HoldStates(Id<Rule> rule, IReadOnlyList<string> keys)
        {
            var asked = keys.ToArray();
            var states = db.IsPostgres
                ? db.Set<KeyState>().FromSql($"""select * from rule_states where "RuleId" = {rule.Value} and "Key" = any({asked}) order by "Key" for update""")
                : db.Set<KeyState>().Where(s => s.RuleId == rule && asked.Contains(s.Key));
            return await states.AsTracking().ToListAsync(CancellationToken.None);
        }

        private async Task Judge(Rule rule, IReadOnlyList<KeyState> states, DateTimeOffset now)
        {
            // Half of a history breaks many a rule that the whole of it keeps: looked at when all of it is there.
            if (rule.CheckedAt is null)
            {
                foreach (var state in states)
                    state.DueAt = DateTimeOffset.UnixEpoch;
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }

            var (id, keys, broken, moved) = (rule.Id, states.Select(s => s.Key).ToList(), 0, new List<RuleBreak>());
            var known = await db.RuleBreaks.AsTracking().Where(b => b.RuleId == id && keys.Contains(b.Key)).ToDictionaryAsync(b => b.Key, CancellationToken.None);
            foreach (var state in states)
            {
                var (check, before) = (RuleState.Read(state.State), known.GetValueOrDefault(state.Key));
                state.DueAt = check.NextDue(rule.Terms, now);
                if (check.Broken(rule.Terms, now) is not { } breach)
                {
                    before?.Heal(now);
                    continue;
                }

                var hangsOn = before?.EventId;
                if (before is null)
                    db.RuleBreaks.Add(before = RuleBreak.Of(Id<RuleBreak>.New(), rule, state.Key, breach, now));
                else if (!before.Break(breach, now) && hangsOn == before.EventId)
                    continue;
                broken += hangsOn is null || before.RangAt is null ? 1 : 0;
                moved.Add(before);
            }

            await db.Describe(moved);
            await db.SaveChangesAsync(CancellationToken.None);
            if (broken > 0)
                await db.RingFor(rule, now);
        }

        // What is needed to find and tell them, copied: the event goes when its time is over.
        private async Task Describe(List<RuleBreak> breaks)
        {
            if (breaks.Count == 0)
                return;
            var (events, ids) = (breaks.Select(b => b.EventId).ToList(), breaks.Select(b => b.Id).ToList());
            var told = await db.ProductEvents.AsNoTracking().Where(e => events.Contains(e.Id)).ToDictionaryAsync(e => e.Id, CancellationToken.None);
            var keys = (await db.EventKeys.AsNoTracking().Where(k => events.Contains(k.EventId)).ToListAsync(CancellationToken.None)).ToLookup(k => k.EventId, k => k.Value);
            var before = (await db.RuleBreakKeys.AsNoTracking().Where(k => ids.Contains(k.BreakId)).ToListAsync(CancellationToken.None)).ToLookup(k => k.BreakId, k => k.Value);
            foreach (var one in breaks)
            {
                if (told.GetValueOrDefault(one.EventId) is { } source)
                    (one.Source, one.Event, one.Mail, one.Language) = (source.Source, source.EventId, Hit.Mail(source), Hit.Language(source));
                var own = EventFields.Key(one.Key);
                foreach (var value in keys[one.EventId].Concat(own is null ? [] : [own]).Distinct().Except(before[one.Id]))
                    db.RuleBreakKeys.Add(new() { BreakId = one.Id, Value = value });
            }
        }
    }
}
