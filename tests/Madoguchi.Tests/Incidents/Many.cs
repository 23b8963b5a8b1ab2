using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Updating;
using Madoguchi.Mail.Answering;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Madoguchi.Tests.Incidents;

/// <summary>An incident that has hit many, written into the database before any server is there; and the look at it when none is left.</summary>
public static class Many
{
    private const int Chunk = 1_000;

    /// <summary>Every second one has left a mail address.</summary>
    public static async Task<Id<Incident>> Hit(Database database, int count)
    {
        await using var provider = Open(database);
        await provider.GetRequiredService<Opening>().Open(CancellationToken.None);
        var (id, desk, now) = (Id<Incident>.New(), new Desk { Id = Id<Desk>.New(), Slug = "account", Name = "アカウント窓口", Languages = ["ja"], IsReception = true }, DateTimeOffset.UtcNow.ToMicroseconds());
        var contexts = provider.GetRequiredService<IDbContextFactory<Db>>();
        for (var from = 0; from < count; from += Chunk)
        {
            await using var db = await contexts.CreateDbContextAsync();
            if (from == 0)
            {
                db.Add(desk);
                db.Add(new Incident { Id = id, Title = "サインイン障害", Since = now, DeclaredAt = now, ById = CurrentAgent.Bootstrap.Id, ByName = "bootstrap", ChangedAt = now });
            }

            for (var i = from; i < Math.Min(count, from + Chunk); i++)
            {
                var customer = new Customer { Id = Id<Customer>.New(), Number = CustomerNumber.Of((ulong)i, 5).Value, Name = "山野 太郎", Language = "ja", CreatedAt = now };
                if (i % 2 == 0)
                    customer.Addresses.Add(Reachable.Told(Id<Address>.New(), customer.Id, AddressKind.Mail, $"c{i}@example.test", now));
                var theCase = new Case { Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk.Id, Language = "ja", Subject = "サインインできません", OpenedAt = now, ActiveAt = now, CustomerWaitingSince = now };
                db.AddRange(customer, theCase, new CaseDesk { CaseId = theCase.Id, DeskId = desk.Id, Why = Why.Owns }, new IncidentCase { IncidentId = id, CaseId = theCase.Id, How = Collected.Fitted, At = now });
                db.Add(Entry.Append(theCase, By.Customer(customer.Name, customer.Id.Value), new MessageSaid("サインインできません。"), now, new byte[16]));
            }

            await db.SaveChangesAsync();
        }

        return id;
    }

    /// <summary>What is wrong, one line each: who was missed, told twice, or would get two letters.</summary>
    public static async Task<IReadOnlyList<string>> Wrong(Database database, Id<Incident> incident, int count)
    {
        await using var provider = Open(database);
        await using var db = await provider.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var told = await db.Entries.Where(e => e.Kind == AnswersLetter.ToAll).Select(e => new { e.CaseId, e.Number }).ToListAsync();
        var rows = await db.IncidentRecipients.AsNoTracking().ToListAsync();
        var words = (await db.Outbox.Where(o => o.Kind == Word.Work).Select(o => o.Payload).ToListAsync()).Order(StringComparer.Ordinal).ToList();
        var entries = told.ToDictionary(t => (t.CaseId, t.Number));
        return
        [
            .. told.Count == count ? Array.Empty<string>() : [$"{told.Count} words on {told.Select(t => t.CaseId).Distinct().Count()} cases, where {count} were to be told"],
            .. told.GroupBy(t => t.CaseId).Where(t => t.Count() > 1).Select(t => $"{t.Key} was told {t.Count()} times"),
            .. rows.Count == count ? Array.Empty<string>() : [$"{rows.Count} stand in the row"],
            .. rows.Where(r => r.State is not Reached.Told || r.Entry is not { } entry || !entries.ContainsKey((r.CaseId, entry))).Select(r => $"{r.CaseId} is {r.State}, entry {r.Entry}"),
            .. words.Distinct().Count() == count / 2 && words.Count == count / 2 ? Array.Empty<string>() : [$"{words.Count} letters are planned, {count / 2} have an address"],
            .. await db.Cases.AnyAsync(c => c.LastEntry != db.Set<Entry>().Count(e => e.CaseId == c.Id)) ? ["there are gaps"] : Array.Empty<string>(),
            .. await db.IncidentCases.CountAsync(c => c.IncidentId == incident && c.RemovedAt == null) == count ? Array.Empty<string>() : ["the incident has lost cases"],
        ];
    }

    /// <summary>As if it had been written long enough ago: the ten seconds are over.</summary>
    public static async Task Announce(Database database, Id<Incident> incident)
    {
        await using var provider = Open(database);
        var writes = provider.GetRequiredService<Writes>();
        if (writes is IHostedService lane)
            await lane.StartAsync(CancellationToken.None);
        var result = await writes.Write(db => db.Announce(incident, new(new("復旧を急いでいます。", "We are working on it."), IncidentState.Identified), CurrentAgent.Bootstrap, (DateTimeOffset.UtcNow - IncidentUpdate.Undo).ToMicroseconds()), CancellationToken.None);
        if (result.Refused(out var why, out _))
            throw new InvalidOperationException($"{why}");
        if (writes is IHostedService stopping)
            await stopping.StopAsync(CancellationToken.None);
    }

    internal static ServiceProvider Open(Database database)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddStorage(new Engine(database.ConnectionString, database.Folder));
        services.AddSingleton(TimeProvider.System);
        return services.BuildServiceProvider();
    }
}
