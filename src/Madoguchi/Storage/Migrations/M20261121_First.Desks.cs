using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

internal sealed partial class First
{
    private static void Desks(MigrationBuilder m, Types types)
    {
        m.CreateTable("desks", t => new
        {
            Id = types.Id(t), Slug = types.Text(t), Name = types.Text(t), NameInEnglish = types.Text(t, true), Languages = types.Texts(t), Products = types.Texts(t),
            Hours = types.Text(t, true), HoursInEnglish = types.Text(t, true), Greeting = types.Text(t, true), GreetingInEnglish = types.Text(t, true),
            Notice = types.Text(t, true), NoticeInEnglish = types.Text(t, true), FirstAnswer = types.Text(t, true), FirstAnswerInEnglish = types.Text(t, true),
            IsReception = types.Flag(t), SilenceHours = types.Int(t), RingAfterMinutes = types.Int(t), Origins = types.Texts(t),
        }, constraints: t => t.PrimaryKey("PK_desks", x => x.Id));
        m.CreateIndex("IX_desks_Slug", "desks", "Slug", unique: true);
        m.CreateTable("agents", t => new
        {
            Id = types.Id(t), Name = types.Text(t), ShownName = types.Text(t), Email = types.Text(t), Role = types.Text(t), Languages = types.Texts(t),
            CreatedAt = types.Time(t), LeftAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_agents", x => x.Id));
        m.CreateIndex("IX_agents_Email", "agents", "Email", unique: true);
        m.CreateTable("seats", t => new { AgentId = types.Id(t), DeskId = types.Id(t) }, constraints: t =>
        {
            t.PrimaryKey("PK_seats", x => new { x.AgentId, x.DeskId });
            t.ForeignKey("FK_seats_agents_AgentId", x => x.AgentId, "agents", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_seats_desks_DeskId", x => x.DeskId, "desks", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_seats_DeskId", "seats", "DeskId");
    }

    private static void Accounts(MigrationBuilder m, Types types)
    {
        m.CreateTable("accounts", t => new
        {
            Id = types.Id(t), UserName = types.Text(t, true), NormalizedUserName = types.Text(t, true), Email = types.Text(t, true),
            NormalizedEmail = types.Text(t, true), EmailConfirmed = types.Flag(t), PasswordHash = types.Text(t, true), SecurityStamp = types.Text(t, true),
            ConcurrencyStamp = types.Text(t, true), PhoneNumber = types.Text(t, true), PhoneNumberConfirmed = types.Flag(t), TwoFactorEnabled = types.Flag(t),
            LockoutEnd = types.Time(t, true), LockoutEnabled = types.Flag(t), AccessFailedCount = types.Int(t),
        }, constraints: t => t.PrimaryKey("PK_accounts", x => x.Id));
        m.CreateIndex("IX_accounts_NormalizedUserName", "accounts", "NormalizedUserName", unique: true);
        m.CreateIndex("IX_accounts_NormalizedEmail", "accounts", "NormalizedEmail", unique: true);
        m.CreateTable("api_keys", t => new
        {
            Id = types.Id(t), AgentId = types.Id(t), Hash = types.Bytes(t), Hint = types.Text(t), CreatedAt = types.Time(t), RevokedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_api_keys", x => x.Id));
        m.CreateIndex("IX_api_keys_Hash", "api_keys", "Hash", unique: true);
        m.CreateIndex("IX_api_keys_AgentId", "api_keys", "AgentId");
        m.CreateTable("sessions", t => new { Id = types.Id(t), AgentId = types.Id(t), StartedAt = types.Time(t) }, constraints: t => t.PrimaryKey("PK_sessions", x => x.Id));
        m.CreateIndex("IX_sessions_AgentId", "sessions", "AgentId");
        m.CreateTable("protection_keys", t => new { Id = types.Id(t), Xml = types.Text(t) }, constraints: t => t.PrimaryKey("PK_protection_keys", x => x.Id));
    }

    private static void Customers(MigrationBuilder m, Types types)
    {
        m.CreateTable("customers", t => new
        {
            Id = types.Id(t), Number = types.Text(t), Name = types.Text(t, true), Reading = types.Text(t, true), Company = types.Text(t, true),
            Folded = types.Text(t),
            Honorific = types.Text(t), Language = types.Text(t), CreatedAt = types.Time(t), MergedInto = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_customers", x => x.Id));
        m.CreateIndex("IX_customers_Number", "customers", "Number", unique: true);
        m.CreateTable("addresses", t => new
        {
            Id = types.Id(t), CustomerId = types.Id(t), Kind = types.Text(t), Value = types.Text(t), Folded = types.Text(t),
            ToldAt = types.Time(t), VerifiedAt = types.Time(t, true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_addresses", x => x.Id);
            t.ForeignKey("FK_addresses_customers_CustomerId", x => x.CustomerId, "customers", "Id", onDelete: ReferentialAction.Cascade);
        });
        m.CreateIndex("IX_addresses_CustomerId", "addresses", "CustomerId");
        m.CreateIndex("IX_addresses_Folded", "addresses", "Folded");
    }
}
