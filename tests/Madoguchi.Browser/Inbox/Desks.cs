using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

/// <summary>An agent sits down at the workspace; a customer's story is already there.</summary>
public static class Desks
{
    public sealed record Told(string CaseId, string Number, string Url, string Token);

    extension(Stage stage)
    {
        public async Task<Window> SignedIn(Player player, string language = "ja", Shape? shape = null, bool dark = false)
        {
            using var admin = stage.App.Client(AppProcess.BootstrapKey);
            var password = (await admin.Post($"/api/v1/agents/{player.AgentId}/password")).Was(201)["password"];
            var window = await stage.Agent(language, shape, dark: dark);
            await window.Go("/sign-in");
            await window.Page.FillAsync("[name=email]", player.Email);
            await window.Page.FillAsync("[name=password]", password);
            await window.Page.PressAsync("[name=password]", "Enter");
            await window.Page.WaitForURLAsync("**/desk/**");
            return window;
        }

        public async Task<Told> Tell(object contact)
        {
            using var customer = stage.App.Client();
            var told = (await customer.Post("/api/v1/contacts", contact)).Was(201);
            return new(told["caseId"], told["customerNumber"], told["url"], told["token"]);
        }
    }
}
