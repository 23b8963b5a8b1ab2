using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>A decision whose time to call it off is over.</summary>
/// <param name="IsLate">For those who came since.</param>
/// <param name="People">Some of those whom it is for; left out, they are looked up.</param>
public sealed record DecisionDue(Guid Decision, bool IsLate = false, IReadOnlyList<Guid>? People = null)
{
    /// <summary>The outbox's kind.</summary>
    public const string Work = "decisionDue";
}

public static class DecidingMapping
{
    private const int LongestChain = 10;
    private const int Most = 2000;

    extension(Db db)
    {
        /// <summary>Decides. Everyone behind the voice is told when it can no longer be called off. The same decision once more tells nobody twice.</summary>
        /// <param name="from">The tracker that it came from.</param>
        public async Task<Result<DecisionMade, DecideRefusal>> Decide(Id<Voice> id, NewDecision asked, CurrentAgent by, DateTimeOffset now, string? from = null)
        {
            if (await db.VoiceThatGoesOn(id) is not { } voice)
                return DecideRefusal.Unknown;
            if (from is null && by.NeedsApproval)
                return DecideRefusal.NeedsApproval;
            if (from is null && !voice.MayBeDecidedBy(by))
                return DecideRefusal.NotYours;
            var (text, title, version) = (asked.PublicText.Clean(), asked.PublicTitle?.Clean(), asked.Version is { } v ? PlainText.Clean(v) : null);
            if (await db.SendsAway(text))
                return DecideRefusal.SendsAway;
            if (await db.LastDecision(voice.Id) is { } last && last.Says(asked.State, version, text.Ja, text.En))
                return new DecisionMade(last.Id, voice.Id, last.State, last.Version, await db.BehindIt(voice.Id).CountAsync(CancellationToken.None), last.DueAt);
            // Nobody has heard of the one before: they hear this one alone.
            if (await db.LastDecision(voice.Id) is { } before && await db.Lock(before.Id).AsTracking().SingleAsync(CancellationToken.None) is var still && still.CanBeCalledOff(now) && !await db.DecisionRecipients.AnyAsync(r => r.DecisionId == still.Id, CancellationToken.None))
                still.CancelledAt = now;

            var decision = new Decision
            {
                Id = Id<Decision>.New(), VoiceId = voice.Id, State = asked.State, Version = version, TextJa = text.Ja, TextEn = text.En, TitleJa = title?.Ja, TitleEn = title?.En, Reason = asked.Reason is { } why ? PlainText.Clean(why) : "",
                From = from, ById = by.Id, ByName = from ?? by.Name, ByShown = by.ShownName, At = now, DueAt = now + Deciding.Undo,
            };
            db.Decisions.Add(decision);
            voice.StandsBy(decision);
            voice.ChangedAt = now;
            db.Enqueue(DecisionDue.Work, new DecisionDue(decision.Id.Value), now, decision.DueAt);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.DecisionDrafts.Where(d => d.VoiceId == voice.Id && d.SettledAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.SettledAt, now), CancellationToken.None);
            return new DecisionMade(decision.Id, voice.Id, decision.State, version, await (await db.UntoldBy(decision)).CountAsync(CancellationToken.None), decision.DueAt);
        }

        /// <summary>In time: nobody is told, and the voice stands as before.</summary>
        public async Task<Result<DecisionView, DecideRefusal>> CallOffDecision(Id<Voice> voiceId, Id<Decision> id, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.VoiceThatGoesOn(voiceId) is not { } goesOn || await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } decision || (decision.VoiceId != goesOn.Id && decision.VoiceId != voiceId))
                return DecideRefusal.Unknown;
            var own = decision.VoiceId; // decided before it was merged: its own people are about to hear
            var voice = await db.Lock(own).AsTracking().SingleAsync(CancellationToken.None);
            if (!voice.MayBeDecidedBy(by))
                return DecideRefusal.NotYours;
            // By the clock there may be a moment left, and the first have been told.
            if (decision.CancelledAt is null && (!decision.CanBeCalledOff(now) || await db.DecisionRecipients.AnyAsync(r => r.DecisionId == id, CancellationToken.None)))
                return DecideRefusal.TooLate;
            decision.CancelledAt ??= now;
            await db.SaveChangesAsync(CancellationToken.None);
            voice.StandsBy(await db.LastDecision(voice.Id));
            voice.ChangedAt = now;
            await db.SaveChangesAsync(CancellationToken.None);
            return (await db.DecisionsOf(voice.Id, id, CancellationToken.None)).Single();
        }

        /// <summary>Tells whoever came to stand behind the voice since, by another voice that was merged into it or by themselves; who was told hears nothing twice.</summary>
        public async Task<Result<RestTold, DecideRefusal>> TellTheRest(Id<Voice> voiceId, Id<Decision> id, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.VoiceThatGoesOn(voiceId) is not { } voice || await db.LastDecision(voice.Id) is not { } last || last.Id != id)
                return DecideRefusal.Unknown;
            if (!voice.MayBeDecidedBy(by))
                return DecideRefusal.NotYours;
            var rest = last.CanBeCalledOff(now) ? 0 : await (await db.UntoldBy(last, isLate: true)).CountAsync(CancellationToken.None);
            if (rest > 0)
                db.Enqueue(DecisionDue.Work, new DecisionDue(id.Value, true), now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new RestTold(rest);
        }

        public async Task<IReadOnlyList<DecisionView>> DecisionsOf(Id<Voice> voice, Id<Decision>? only, CancellationToken ct)
        {
            var decisions = await db.Decisions.AsNoTracking().Where(d => d.VoiceId == voice && (only == null || d.Id == only)).OrderByDescending(d => d.At).Take(50).ToListAsync(ct);
            var ids = decisions.Select(d => d.Id).ToList();
            var states = (await db.DecisionRecipients.Where(r => ids.Contains(r.DecisionId)).GroupBy(r => new { r.DecisionId, r.State }).Select(g => new { g.Key.DecisionId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(s => s.DecisionId);
            return [.. decisions.Select(d => new DecisionView(d.Id, d.VoiceId, d.State, d.Version, new(d.TextJa, d.TextEn), Bilingual.Of(d.TitleJa, d.TitleEn), d.Reason, d.From, d.ByName, d.At, d.DueAt, d.CancelledAt,
                states[d.Id].Sum(s => s.Count), states[d.Id].Where(s => s.State is ToldState.Waiting).Sum(s => s.Count), states[d.Id].Where(s => s.State is ToldState.Told).Sum(s => s.Count)))];
        }

        public async Task<IReadOnlyList<DraftView>> DraftsOf(Id<Voice> voice, CancellationToken ct) =>
            [.. (await db.DecisionDrafts.AsNoTracking().Where(d => d.VoiceId == voice && d.SettledAt == null).OrderByDescending(d => d.At).ToListAsync(ct)).Select(d => new DraftView(d.State, d.Version, new(d.TextJa, d.TextEn), d.From, d.At))];

        public async Task<ToldList?> ToldOf(Id<Voice> voice, Id<Decision> id, CurrentAgent agent, CancellationToken ct)
        {
            if ((await db.DecisionsOf(voice, id, ct)).SingleOrDefault() is not { } decision)
                return null;
            var visible = db.Cases.VisibleTo(agent, db);
            return new(decision, await db.DecisionRecipients.AsNoTracking().Where(r => r.DecisionId == id).OrderBy(r => r.Id).Take(Most)
                .Select(r => new ToldView(r.CustomerId, r.State, visible.Any(c => c.Id == r.CaseId) ? r.CaseId : null, r.Mailed, r.DoneAt)).ToListAsync(ct));
        }

        /// <summary>Who would be told now; nothing is written.</summary>
        public async Task<WouldTell> WouldTellOf(Id<Voice> voice, CancellationToken ct)
        {
            var cases = await db.SaidBy(voice).ToListAsync(ct);
            var newest = cases.GroupBy(c => c.Who).Select(g => g.OrderByDescending(c => c.Open).ThenByDescending(c => c.At).First()).ToList();
            return new(newest.Count, newest.Count(c => c.Open), newest.Count(c => !c.Open), newest.GroupBy(c => c.Language).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()));
        }

        /// <summary>Who stands behind it and has not heard: neither of this decision, nor of the very same one about a voice that was merged into it since.</summary>
        /// <param name="isLate">Only those for whom it is still news: who came with it after it was fixed knows better.</param>
        internal async Task<IQueryable<Id<Customer>>> UntoldBy(Decision decision, bool isLate = false)
        {
            var (id, voice) = (decision.Id, decision.VoiceId);
            var others = await db.Voices.Where(v => v.MergedIntoId == voice).Select(v => v.Id).ToListAsync(CancellationToken.None);
            var same = others.Count == 0 ? [] : (await db.Decisions.AsNoTracking().Where(d => others.Contains(d.VoiceId) && d.CancelledAt == null).ToListAsync(CancellationToken.None))
                .GroupBy(d => d.VoiceId).Select(g => g.OrderByDescending(d => d.At).First()).Where(d => d.Says(decision.State, decision.Version, decision.TextJa, decision.TextEn)).Select(d => d.Id).ToList();
            var told = db.DecisionRecipients.Where(r => r.DecisionId == id || same.Contains(r.DecisionId)).Select(r => r.CustomerId);
            var (fixes, at) = (isLate && decision.State is VoiceState.Fixed, decision.At);
            return db.SaidBy(voice).Where(s => !fixes || s.SaidAt <= at).Select(s => s.Who).Distinct().Where(c => !told.Contains(c));
        }

        /// <summary>The customers behind a voice, each once: two records of one customer are one.</summary>
        public IQueryable<Id<Customer>> BehindIt(Id<Voice> voice) => db.SaidBy(voice).Select(s => s.Who).Distinct();

        internal IQueryable<SaidBy> SaidBy(Id<Voice> voice) =>
            from said in db.VoiceCases
            where said.VoiceId == voice
            join theCase in db.Cases on said.CaseId equals theCase.Id
            join customer in db.Customers on theCase.CustomerId equals customer.Id
            select new SaidBy { Who = customer.MergedInto ?? customer.Id, Case = theCase.Id, Open = theCase.ClosedAt == null, At = theCase.ActiveAt, Language = theCase.Language, SaidAt = said.SaidAt };

        /// <summary>Where each of them is told: in their newest case behind it, an open one before a closed one.</summary>
        internal async Task<Dictionary<Id<Customer>, Id<Case>>> NewestOf(IReadOnlyList<Id<Customer>> people, Id<Voice> voice) =>
            (await (from customer in db.Customers
                    where people.Contains(customer.Id) || (customer.MergedInto != null && people.Contains(customer.MergedInto.Value))
                    join theCase in db.Cases on customer.Id equals theCase.CustomerId
                    join said in db.VoiceCases on new { VoiceId = voice, CaseId = theCase.Id } equals new { said.VoiceId, said.CaseId }
                    select new { Who = customer.MergedInto ?? customer.Id, theCase.Id, Open = theCase.ClosedAt == null, theCase.ActiveAt }).ToListAsync(CancellationToken.None))
                .GroupBy(c => c.Who).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.Open).ThenByDescending(c => c.ActiveAt).First().Id);

        internal Task<List<DecisionRecipient>> LockRecipients(IReadOnlyList<Id<DecisionRecipient>> ids)
        {
            var values = ids.Select(i => i.Value).ToArray();
            return (db.IsPostgres ? db.DecisionRecipients.FromSql($"""select * from decision_recipients where "Id" = any ({values}) order by "Id" for update""") : db.DecisionRecipients.Where(r => ids.Contains(r.Id))).AsTracking().ToListAsync(CancellationToken.None);
        }

        /// <summary>The public words of the last decision, in the language of this case.</summary>
        public async Task<string?> WordsDecided(Id<Voice> voice, Id<Case> about, CancellationToken ct) =>
            await db.Decisions.AsNoTracking().Where(d => d.VoiceId == voice && d.CancelledAt == null).OrderByDescending(d => d.At).FirstOrDefaultAsync(ct) is { } decision
                ? decision.In(await db.Cases.Where(c => c.Id == about).Select(c => c.Language).SingleOrDefaultAsync(ct) ?? "ja") : null;

        internal Task<Decision?> LastDecision(Id<Voice> voice) =>
            db.Decisions.AsNoTracking().Where(d => d.VoiceId == voice && d.CancelledAt == null).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(CancellationToken.None);

        // What was merged into another one is decided there.
        private async Task<Voice?> VoiceThatGoesOn(Id<Voice> id)
        {
            var voice = await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            for (var i = 0; i < LongestChain && voice?.MergedIntoId is { } next; i++)
                voice = await db.Lock(next).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            return voice;
        }

        // What goes to everybody sends nobody elsewhere. That it may say no is its very purpose.
        private async Task<bool> SendsAway(Bilingual text)
        {
            var book = await db.Wordbook(CancellationToken.None);
            return new[] { text.Ja, text.En }.OfType<string>().Any(w => SendingAway.In(w, book, [], []) is not null);
        }
    }
}

/// <summary>One case behind a voice, and whose it is.</summary>
internal sealed record SaidBy
{
    public required Id<Customer> Who { get; init; }
    public required Id<Case> Case { get; init; }
    public required bool Open { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset SaidAt { get; init; }
}
