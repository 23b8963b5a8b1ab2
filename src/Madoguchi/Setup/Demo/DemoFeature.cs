using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Evidence.Keeping;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>With <c>Madoguchi:Demo=true</c>: plants the demo in an empty database before the first request, and says at each start how to look at it.</summary>
public sealed class DemoFeature(
    Writes writes, IDbContextFactory<Db> contexts, NumberSupply numbers, Files files, Examination examination, IPasswordHasher<Account> hasher, BaseAddress address, HouseZone zone, TimeProvider clock) : IHostedLifecycleService
{
    // Before anything starts that follows the record: what is due since days would happen now, in the middle of a story.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.IsEmpty(cancellationToken))
            return;

        var (now, hash) = (clock.Now, hasher.HashPassword(new Account(), DemoPeople.Password));
        await writes.Write(db => db.Furnish(hash, now - DemoStories.All.Max(s => s.Ago)), cancellationToken);
        var agents = await Callers(db, cancellationToken);
        await writes.Write(db => db.WriteGuides(agents[DemoPeople.Sora].Agent!, now - TimeSpan.FromDays(10)), cancellationToken); // agents: made from agents
        foreach (var story in DemoStories.All.OrderByDescending(s => s.Ago))
            await Play(story, agents, now, cancellationToken);
        var fresh = new List<CustomerNumber>();
        for (var i = 0; i < DemoCampaignMapping.Customers; i++)
            fresh.Add(await numbers.Next(cancellationToken));
        await writes.Write(db => db.PlantCampaign(new(fresh), now), cancellationToken);
        await writes.Write(db => db.TellLog(agents[DemoPeople.Midori], zone, now), cancellationToken);
        await writes.Write(db => db.WatchProducts(agents[DemoPeople.Sora].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.Teach(agents[DemoPeople.Sora].Agent!, agents[DemoPeople.Midori].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.DrawVoices(agents[DemoPeople.Aoi].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.TellOfTheFire(agents[DemoPeople.Sora].Agent!, agents[DemoPeople.Midori].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.Burn(agents[DemoPeople.Sora].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.DecideVoices(agents[DemoPeople.Midori].Agent!, now), cancellationToken); // as above
        await writes.Write(db => db.StandStill(now), cancellationToken);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"""

            Contact page   {address.Of("/")}
            Status         {address.Of("/status")}
            You asked      {address.Of("/you-asked")}
            Help centre    {address.Of("/help")}
            Campaign       {address.Of("/campaigns/" + DemoCampaignMapping.Slug)}  (codes MNM-1005 to MNM-1012 are free)
            Mailbox        {address.Of("/mailbox")}
            Sign in        {address.Of("/sign-in")}
            """);
        foreach (var agent in DemoPeople.Agents)
            await Console.Out.WriteLineAsync($"  {agent.Email,-22} {agent.Role.ToString().ToLowerInvariant(),-14} {agent.ShownName} ({string.Join(", ", agent.Languages)}{string.Concat(agent.Desks.Select(d => " @" + d))})");
        await Console.Out.WriteLineAsync($"  everybody's password: {DemoPeople.Password}");
        foreach (var language in (string[])["ja", "en"])
        {
            var token = Secret.New("mt_");
            if (await writes.Write(db => db.MintLink(language, token, clock.Now), cancellationToken))
                await Console.Out.WriteLineAsync($"A customer ({language})  {address.Of("/c/" + token)}");
        }

        await Console.Out.WriteLineAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<Dictionary<string, Caller>> Callers(Db db, CancellationToken ct)
    {
        var callers = new Dictionary<string, Caller>();
        foreach (var (id, email) in (await db.Agents.Select(a => new { a.Id, a.Email }).ToListAsync(ct)).Select(a => (a.Id, a.Email)))
        {
            if (await db.CurrentAgent(id, ct) is { } agent)
                callers[email] = new Caller(agent);
        }

        return callers;
    }

    private async Task Play(Story story, Dictionary<string, Caller> agents, DateTimeOffset now, CancellationToken ct)
    {
        var (at, number, token) = ((now - story.Ago).ToMicroseconds(), await numbers.Next(ct), Secret.New("mt_"));
        var (theCase, customer) = await writes.Write(db => db.Tell(story, number, token, agents, at), ct);
        foreach (var act in story.Acts)
        {
            at = (at + act.After).ToMicroseconds();
            var file = act is Act.CustomerSends sends ? await Keep(sends, ct) : null;
            var shown = act is Act.ShowsEvidence shows ? await examination.Examine(shows.Headers is { } headers ? await files.KeepPasted(DemoEvidence.Headers(headers, now - TimeSpan.FromHours(5.6)), ct) : await Keep(shows.FileName, DemoEvidence.Capture(now - shows.TakenBefore), ct), ct) : null;
            await writes.Write(db => act switch
            {
                Act.AsksForEvidence or Act.ShowsEvidence => db.Prove(act, theCase.Id, customer, agents, shown, at),
                Act.TakesANumber takes => db.TakeANumber(takes, theCase.Id, customer, zone, at),
                Act.IsServed served => db.Serve(served, theCase.Id, agents, at),
                _ => db.Play(act, theCase.Id, customer, agents, file, at),
            }, ct);
        }
    }

    private Task<KeptFile> Keep(Act.CustomerSends sends, CancellationToken ct) => Keep(sends.FileName, Screenshot.Png(sends.Look), ct);

    private async Task<KeptFile> Keep(string name, byte[] png, CancellationToken ct)
    {
        using var content = new MemoryStream(png);
        var (sha256, size) = await files.Keep(content, png.Length, ct);
        var picture = PictureSize.Of("image/png", png);
        return new KeptFile(name, "image/png", size, sha256, picture?.Width, picture?.Height);
    }
}
