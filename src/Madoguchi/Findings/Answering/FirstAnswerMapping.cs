using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Evidence;
using Madoguchi.Findings.Promising;
using Madoguchi.ProductLog;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Findings.Answering;

/// <param name="What">What is checked, in one phrase: for the promise.</param>
/// <param name="By">By when they hear from us, by the desk's open hours.</param>
public sealed record PreparedAnswer(string Text, string What, DateTimeOffset By);

public static class FirstAnswerMapping
{
    private static readonly string[] Told = ["campaign", "code", "receipt", "occurredAt", "errorText", "serialNumber", "model", "appVersion"];
    private static readonly TimeSpan Before = TimeSpan.FromHours(24);
    private static readonly TimeSpan After = TimeSpan.FromHours(1);

    // What has not happened yet is in no record.
    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    extension(Db db)
    {
        /// <summary>The caller has found the case by a scope of its own.</summary>
        public async Task<PreparedAnswer> FirstAnswer(Case theCase, string? language, DateTimeOffset now, CancellationToken ct)
        {
            var (id, t) = (theCase.Id, Tongue.Of(language ?? theCase.Language));
            var calm = db.GetService<Listeners>();
            var story = string.Join('\n', (await db.Story(id, ct)).Select(calm.Calm));
            var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == theCase.DeskId, ct);
            var customer = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == theCase.CustomerId, ct);
            var tells = await db.ProductEvents.AnyAsync(ct);
            var ground = new AnswerGround(
                desk.NameIn(t), customer.Addressed(t), story, Denials.Happened(story, await db.Wordbook(ct)), await db.ToldBeside(theCase, t, ct),
                await db.EvidenceOf(id).Where(e => e.ByRole == Role.Customer).Select(e => e.Name).ToListAsync(ct), tells ? theCase.OpenedAt - Before : null, tells ? Earlier(theCase.OpenedAt + After, now) : null, await db.CheckDue(desk.Id, now, ct));
            return new PreparedAnswer(Answering.FirstAnswer.Of(ground, t), Answering.FirstAnswer.What(ground, t), ground.By);
        }

        /// <summary>Nobody of the desk has answered yet, and the customer says that something happened.</summary>
        public async Task<bool> WaitsForFirstAnswer(Case theCase, CancellationToken ct)
        {
            if (theCase.IsClosed || theCase.Status is not (Status.New or Status.WaitingForUs))
                return false;
            var (id, answers) = (theCase.Id, Cases.Messaging.DeskAnswers.Kinds);
            return !await db.Entries.AnyAsync(e => e.CaseId == id && e.Role == Role.Agent && !e.Internal && (answers.Contains(e.Kind) || e.Kind == "checkPromised" || e.Kind == "findingShown"), ct)
                && (await db.Disputes(theCase, await db.Wordbook(ct))).Count > 0;
        }

        private async Task<List<string>> Story(Id<Case> id, CancellationToken ct) =>
            [.. (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Withdrawn == null && ((e.Kind == "message" && e.Role == Role.Customer) || e.Kind == "callTaken")).OrderBy(e => e.Number).Take(3).ToListAsync(ct))
                .Select(e => e.What is CallTaken call ? call.Text : ((MessageSaid)e.What).Text)];

        private async Task<IReadOnlyList<(string Label, string Value)>> ToldBeside(Case theCase, Tongue t, CancellationToken ct)
        {
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            var facts = await db.Facts.AsNoTracking().Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id) && Told.Contains(f.Key)).OrderBy(f => f.At).ToListAsync(ct);
            return [.. (theCase.Product is { } product ? new[] { (t["製品", "product"], product) } : []).Concat(facts.Select(f => (FactLabels.Label(f.Key, t), f.Value)))];
        }
    }
}
