using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.SignIn;

public static class SignInMapping
{
    private sealed class AccountMapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("accounts").HasKey(a => a.Id);
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.HasIndex(a => a.NormalizedUserName).IsUnique();
            builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        }
    }

    private sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> builder)
        {
            builder.ToTable("api_keys").HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
            builder.HasIndex(k => k.Hash).IsUnique();
            builder.HasIndex(k => k.AgentId);
        }
    }

    private sealed class SessionRows : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions").HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasIndex(s => s.AgentId);
        }
    }

    private sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> builder)
        {
            builder.ToTable("protection_keys").HasKey(k => k.Id);
            builder.Property(k => k.Id).ValueGeneratedNever();
        }
    }
}
