using System.Collections.Concurrent;
using System.Text.Json;
using Madoguchi.Calls.CallingBack;
using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Calls.CallingBack;

/// <summary>With a little gateway for text messages.</summary>
public abstract class CallingBackTests(On engine) : IAsyncLifetime
{
    private readonly ConcurrentQueue<JsonElement> texts = [];
    private WebApplication gateway = null!; // as above
    private App app = null!; // made before each test
    private int refusals;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var url = $"http://127.0.0.1:{Ports.Free()}";
        builder.WebHost.UseUrls(url);
        gateway = builder.Build();
        gateway.MapPost("/sms", (JsonElement sent, HttpRequest request) =>
        {
            if (Interlocked.Decrement(ref refusals) >= 0)
                return Results.Text("unknown number", statusCode: 422);
            texts.Enqueue(sent);
            return request.Headers.Authorization == "Bearer secret" ? Results.Ok() : Results.Unauthorized();
        });
        await gateway.StartAsync();
        app = await App.Start(engine, ("Madoguchi:Texting:Url", url + "/sms"), ("Madoguchi:Texting:Headers:Authorization", "Bearer secret"), ("Madoguchi:Texting:AllowPrivate", "true"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_was_missed_gets_the_link_by_text_and_is_told_when_nobody_could_be_reached()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        using var sora = app.As(cast.Sora);
        var heard = (await hana.Post("/api/v1/calls", new { from = "090-1234-5678", desk = Cast.Account, at = app.Clock.GetUtcNow(), state = "missed" })).Was(201);

        await Patience.Until(() => hana.Get($"/api/v1/cases/{heard["caseId"]}/timeline"), t => t.Text.Contains("\"texted\"", StringComparison.Ordinal));
        var text = Assert.Single(texts);
        Assert.Equal("+819012345678", text.GetProperty("to").GetString());
        var link = text.GetProperty("text").GetString()!.Split("/c/")[1];
        Assert.Equal(heard["caseId"], (await app.WithToken(link).Get($"/api/v1/cases/{heard["caseId"]}")).Was(200)["caseId"]);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("now", (await hana.Get("/api/v1/callbacks")).Was(200).Json.GetProperty("callBacks")[0].GetProperty("due").GetString());
            (await hana.Post($"/api/v1/tickets/{heard["ticketId"]}/call")).Was(200);
            (await hana.Post($"/api/v1/tickets/{heard["ticketId"]}/outcome", new { result = "noAnswer" })).Was(200);
            app.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal("left", (await hana.Get($"/api/v1/tickets/{heard["ticketId"]}")).Was(200)["state"]);
        await Patience.Until(() => Task.FromResult(texts.Count), c => c == 2);
    }

    [Fact]
    public async Task A_promised_time_is_told_of_before_it_breaks_and_rings_the_supervisor_when_it_has()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        using var sora = app.As(cast.Sora);
        var customer = (await app.Anonymous.Post("/api/v1/contacts", new { text = "三時に電話をください", desk = Cast.Account })).Was(201);
        var now = app.Clock.GetUtcNow();
        (await app.WithToken(customer["token"]).Post("/api/v1/desks/account/line", new { caseId = customer["caseId"], by = "call", phone = "03-1234-5678", notBefore = now.AddMinutes(30), notAfter = now.AddMinutes(60) })).Was(201);

        app.Clock.Advance(TimeSpan.FromMinutes(52));
        await Watch();
        await Patience.Until(() => hana.Get("/api/v1/notices"), n => n.Text.Contains("\"callBackDue\"", StringComparison.Ordinal));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await Watch();
        await Patience.Until(() => sora.Get("/api/v1/notices"), n => n.Text.Contains("\"callBackLate\"", StringComparison.Ordinal));
        Assert.Equal("late", (await hana.Get("/api/v1/callbacks")).Was(200).Json.GetProperty("callBacks")[0].GetProperty("due").GetString());
    }

    [Fact]
    public async Task What_the_gateway_refuses_waits_with_its_reason_where_an_administrator_sees_it()
    {
        var cast = await app.Cast();
        using var hana = app.As(cast.Hana);
        var told = (await hana.Post("/api/v1/calls/taken", new { desk = Cast.Account, text = "シリアル番号は手元にありません。", phone = "080-1234-5678" })).Was(201);
        refusals = 1;

        (await hana.Post($"/api/v1/cases/{told["caseId"]}/text")).Was(200);
        var parked = await Patience.Until(() => app.Admin.Get("/api/v1/texts"), l => l.Text.Contains("unknown number", StringComparison.Ordinal));
        (await app.Admin.Post($"/api/v1/texts/{parked.Json.GetProperty("texts")[0].GetProperty("textId").GetString()}/retry")).Was(200);

        await Patience.Until(() => Task.FromResult(texts.Count), c => c == 1);
        Assert.Contains("製造番号", texts.Single().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    // The server itself looks now and then; who looks first tells.
    private Task<int> Watch() => app.Services.GetRequiredService<PromiseFollower>().Pass(CancellationToken.None);

    public sealed class OnSqlite() : CallingBackTests(On.Sqlite);

    public sealed class OnPostgres() : CallingBackTests(On.Postgres);
}
