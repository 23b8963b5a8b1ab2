using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <summary>A customer who wants to hear nothing of what became of their voice. What they wrote still counts.</summary>
public sealed class NewsStop
{
    /// <summary>The record that speaks for them.</summary>
    public required Id<Customer> Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The agent whom they asked; nothing when they did it themselves.</summary>
    public string? ByName { get; init; }
}

/// <param name="Wanted">Whether this customer is told what becomes of their voice.</param>
public sealed record NewsWanted(bool Wanted);

public static class NewsMapping
{
    extension(Db db)
    {
        /// <param name="who">The record that speaks for them.</param>
        public Task<bool> WantsNoNews(Id<Customer> who, CancellationToken ct) => db.NewsStops.AnyAsync(s => s.Id == who, ct);

        public async Task<NewsWanted?> NewsOf(Id<Case> id, Caller caller, DateTimeOffset now, CancellationToken ct) =>
            await db.Find(id, caller, now) is { } theCase ? new(!await db.WantsNoNews(await db.HeadOf(theCase.CustomerId, ct), ct)) : null;

        /// <summary>By the customer, or by whoever they told.</summary>
        public async Task<NewsWanted?> SetNews(Id<Case> id, Caller caller, bool wanted, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return null;
            var who = await db.HeadOf(theCase.CustomerId, CancellationToken.None);
            var stopped = await db.WantsNoNews(who, CancellationToken.None);
            if (wanted)
                await db.NewsStops.Where(s => s.Id == who).ExecuteDeleteAsync(CancellationToken.None);
            else if (!stopped)
                db.NewsStops.Add(new NewsStop { Id = who, At = now, ByName = caller.Agent?.Name });
            await db.SaveChangesAsync(CancellationToken.None);
            return new(wanted);
        }

        private Task<Id<Customer>> HeadOf(Id<Customer> id, CancellationToken ct) => db.Customers.Where(c => c.Id == id).Select(c => c.MergedInto ?? c.Id).SingleAsync(ct);
    }
}
