using System.Data.Common;
using Madoguchi.Campaigns;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Campaigns;

/// <summary>What is promised is kept by the database, whatever a program does.</summary>
public abstract class GuaranteeTests(On on)
{
    [Fact]
    public async Task The_database_takes_no_half_of_a_registration_no_second_winner_and_no_other_past()
    {
        await using var app = await App.Start(on);
        var campaign = await Opening.Of(app);
        var done = await campaign.Complete(campaign.Codes[0], "uta@example.jp");
        var half = await campaign.Begun(campaign.Codes[1], "uta@example.jp");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (complete, begun) = (Id<Registration>.Parse(done["registrationId"], null), Id<Registration>.Parse(half, null));

        await Refused(() => db.Registrations.Where(r => r.Id == begun).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Complete)));
        await Refused(() => db.Registrations.Where(r => r.Id == complete).ExecuteUpdateAsync(r => r.SetProperty(x => x.CustomerId, (Id<Madoguchi.Customers.Customer>?)null)));
        await Refused(() => db.Registrations.Where(r => r.Id == complete).ExecuteUpdateAsync(r => r.SetProperty(x => x.Receipt, (string?)null)));
        var first = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == complete, TestContext.Current.CancellationToken);
        await Refused(() => db.Registrations.Where(r => r.Id == begun).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Complete).SetProperty(x => x.CodeId, first.CodeId).SetProperty(x => x.Folded, "other")
            .SetProperty(x => x.CustomerId, first.CustomerId).SetProperty(x => x.CompletedAt, first.CompletedAt).SetProperty(x => x.Receipt, "OTHER").SetProperty(x => x.RewardJa, "x")));
        await Refused(() => db.RegistrationEvents.Where(e => e.RegistrationId == complete).ExecuteUpdateAsync(e => e.SetProperty(x => x.Reason, "x")));
        await Refused(() => db.RegistrationEvents.Where(e => e.RegistrationId == complete).ExecuteDeleteAsync());
        Assert.Equal("begun", (await app.Anonymous.Get($"/api/v1/registrations/{half}")).Was(200)["state"]);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_right_ones_cost_nothing()
    {
        await using var app = await App.Start(on, ("Madoguchi:Rates:CodeGuesses", "3"));
        var campaign = await Opening.Of(app, codes: 6);
        foreach (var code in campaign.Codes.Take(5))
            await campaign.Begun(code, $"{code.ToLowerInvariant()}@example.jp");
        var slip = (campaign.Codes[5][0] == 'X' ? 'Y' : 'X') + campaign.Codes[5][1..];
        for (var i = 0; i < 5; i++)
            (await campaign.Begin(slip, "wakako@example.jp")).Was(422); // a slip is no guess

        for (var i = 0; i < 3; i++)
            (await campaign.Begin($"GUESS-{i}", "wakako@example.jp")).Was(422);

        Assert.EndsWith("too-many", (await campaign.Begin("GUESS-9", "wakako@example.jp")).Was(429)["type"], StringComparison.Ordinal);
        await using var guarded = await App.Start(on, ("Madoguchi:Rates:CampaignGuesses", "1"));
        var attacked = await Opening.Of(guarded);
        (await attacked.Begin("GUESS-1", "wakako@example.jp")).Was(422);
        (await attacked.Begin("GUESS-2", "wakako@example.jp")).Was(429); // everywhere together: each address has one wrong code
    }

    private static async Task Refused(Func<Task<int>> forbidden) => await Assert.ThrowsAnyAsync<DbException>(forbidden);

    public sealed class OnSqlite() : GuaranteeTests(On.Sqlite);

    public sealed class OnPostgres() : GuaranteeTests(On.Postgres);
}
