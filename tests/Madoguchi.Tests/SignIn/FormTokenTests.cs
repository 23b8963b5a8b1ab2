using Madoguchi.SignIn;
using Madoguchi.Tests.Rig;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.SignIn;

/// <summary>Read from the app's own list of endpoints, so that a new one is covered the day it is born.</summary>
[Trait("needs", "app")]
public sealed class FormTokenTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    // Whoever has the address of a customer's page needs no cookie: there is nothing that another site could borrow.
    private static readonly string[] WithoutSession = ["/api/", "/c/", "/contact", "/sign-in", "/health/", "/openapi/", "/setup", "/open", "/widget/", "/guides/", "/campaigns/", "/help/"];

    private IEnumerable<RouteEndpoint> Pages => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } path && (path.StartsWith("/desk", StringComparison.Ordinal) || path.StartsWith("/settings", StringComparison.Ordinal) || path.StartsWith("/sign-out", StringComparison.Ordinal)));

    [Fact]
    public void Every_form_of_signed_in_people_needs_its_token()
    {
        var forms = Pages.Where(e => Methods(e).Any(m => m is not ("GET" or "HEAD"))).ToList();

        Assert.True(forms.Count > 10, "There are forms to look at.");
        Assert.Empty(forms.Where(e => e.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }).Select(Named));
    }

    [Fact]
    public void Every_page_of_the_workspace_and_the_settings_asks_who_is_there()
    {
        string[] doors = [Doors.Workspace, Doors.Settings];

        Assert.Empty(Pages.Where(e => !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => doors.Contains(a.Policy))).Select(Named));
    }

    [Fact]
    public void What_changes_something_is_behind_a_session_or_needs_none()
    {
        var others = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Except(Pages)
            .Where(e => Methods(e).Any(m => m is not ("GET" or "HEAD"))).ToList();

        Assert.NotEmpty(others);
        Assert.Empty(others.Where(e => !WithoutSession.Any(p => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith(p, StringComparison.Ordinal))).Select(Named)); // an endpoint of ours has a path
        Assert.Empty(others.Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is Doors.Workspace or Doors.Settings)).Select(Named));
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Named(RouteEndpoint endpoint) => $"{string.Join(',', Methods(endpoint))} {endpoint.RoutePattern.RawText}";
}
